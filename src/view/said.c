#include "view/said.h"

#include "tables.h"
#include "view/counts.h"

#include <string.h>

/* The row of the verbs' table that a rule names; SIZE_MAX: none. Lines grow with the rows. */
static size_t verb_row(isnad_slice rule) {
  isnad_slice file = isnad_slice_of(isnad_table_file(ISNAD_TABLE_VERBS));
  if (!isnad_slice_starts(rule, file) || rule.length < file.length + 2) return SIZE_MAX;
  uint32_t line = 0;
  for (size_t i = file.length + 1; i < rule.length && rule.bytes[i] >= '0' && rule.bytes[i] <= '9'; i++)
    line = line * 10 + (uint32_t)(rule.bytes[i] - '0');
  size_t low = 0, high = isnad_verbs_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (isnad_table_line(ISNAD_TABLE_VERBS, (uint32_t)middle) < line)
      low = middle + 1;
    else
      high = middle;
  }
  return low < isnad_verbs_count && isnad_table_line(ISNAD_TABLE_VERBS, (uint32_t)low) == line ? low : SIZE_MAX;
}

bool said_needs_verb(isnad_slice rule) {
  size_t row = verb_row(rule);
  if (row == SIZE_MAX) return false;
  switch (isnad_verbs_rows[row].force) {
  case ISNAD_VERBS_FORCE_SAYS:
  case ISNAD_VERBS_FORCE_TELLS:
  case ISNAD_VERBS_FORCE_SPEAKS:
  case ISNAD_VERBS_FORCE_WRITES:
  case ISNAD_VERBS_FORCE_EXPLAINS:
  case ISNAD_VERBS_FORCE_ANNOUNCES:
  case ISNAD_VERBS_FORCE_CONFIRMS:
  case ISNAD_VERBS_FORCE_ANSWERS:
  case ISNAD_VERBS_FORCE_NOTES:
    return false;
  default:
    return true;
  }
}

isnad_slice said_words(sheet *s, isnad_slice verb, isnad_slice rule, isnad_slice words) {
  return said_needs_verb(rule) ? words_joined(s, verb, ": ", words) : words;
}
