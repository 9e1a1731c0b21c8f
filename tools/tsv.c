#include "tsv.h"

#include "arabic/chars.h"
#include "base/buf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void complain(tsv *t, unsigned line, const char *why, isnad_slice about) {
  fprintf(stderr, "%s:%u: %s%.*s\n", t->path, line, why, (int)about.length, about.bytes != NULL ? about.bytes : "");
  t->problems++;
}

static isnad_slice read_file(tsv *t, isnad_arena *arena) {
  FILE *file = fopen(t->path, "rb");
  if (file == NULL || fseek(file, 0, SEEK_END) != 0) {
    complain(t, 0, "cannot be read", (isnad_slice){NULL, 0});
    if (file != NULL) fclose(file);
    return (isnad_slice){NULL, 0};
  }
  long length = ftell(file);
  rewind(file);
  char *bytes = isnad_arena_alloc(arena, (size_t)length + 1);
  if (bytes == NULL || fread(bytes, 1, (size_t)length, file) != (size_t)length) complain(t, 0, "cannot be read", (isnad_slice){NULL, 0});
  fclose(file);
  return (isnad_slice){bytes, (size_t)length};
}

static isnad_slice cut(isnad_slice *rest, char at) {
  const char *end = rest->length > 0 ? memchr(rest->bytes, at, rest->length) : NULL;
  isnad_slice piece = {rest->bytes, end != NULL ? (size_t)(end - rest->bytes) : rest->length};
  size_t taken = piece.length + (end != NULL);
  *rest = (isnad_slice){rest->bytes + taken, rest->length - taken};
  return piece;
}

int tsv_enum_value(const column *c, isnad_slice cell) {
  isnad_slice values = isnad_slice_of(c->values);
  for (int i = 0; values.length > 0; i++)
    if (isnad_slice_equal(cut(&values, ' '), cell)) return i;
  return -1;
}

/* Controls, zero-width and bidi characters, tatweel, and white space other than a blank have no place in a table. */
static bool has_invisible(isnad_slice s) {
  for (size_t at = 0, length = 0, folded = 0; at < s.length; at += length) {
    char bytes[CHAR_MOST_BYTES];
    char_class kind = chars_rare(bytes, &folded, s, at, &length, ISNAD_FOLD_NAME);
    if (kind == CHAR_DROP || kind == CHAR_TATWEEL || kind == CHAR_LINE || (kind == CHAR_SPACE && s.bytes[at] != ' ')) return true;
  }
  return false;
}

static bool is_number(isnad_slice s) {
  for (size_t i = 0; i < s.length; i++)
    if (s.bytes[i] < '0' || s.bytes[i] > '9') return false;
  return s.length > 0 && s.length < 10 && (s.length == 1 || s.bytes[0] != '0');
}

/* Degrees and the like: a sign, digits, at most one point. */
static bool is_decimal(isnad_slice s) {
  size_t digits = 0, points = 0;
  for (size_t i = s.length > 0 && s.bytes[0] == '-' ? 1 : 0; i < s.length; i++) {
    digits += s.bytes[i] >= '0' && s.bytes[i] <= '9';
    points += s.bytes[i] == '.';
    if (digits + points + (s.bytes[0] == '-') != i + 1) return false;
  }
  return digits > 0 && points <= 1;
}

static bool is_absent(isnad_slice cell) { return cell.length == 1 && cell.bytes[0] == '-'; }

static void check_cell(tsv *t, unsigned line, const column *c, isnad_slice cell) {
  if (cell.length == 0)
    complain(t, line, "empty cell in column ", isnad_slice_of(c->name));
  else if (cell.bytes[0] == ' ' || cell.bytes[cell.length - 1] == ' ')
    complain(t, line, "blank at the end of a cell: ", cell);
  if (c->kind == COLUMN_WHY && is_absent(cell)) complain(t, line, "a row must say why it is in", (isnad_slice){NULL, 0});
  if ((c->kind == COLUMN_ID || c->kind == COLUMN_KEY || c->kind == COLUMN_PHRASE) && is_absent(cell)) complain(t, line, "must not be absent: ", isnad_slice_of(c->name));
  if (c->kind == COLUMN_WEIGHT && !is_decimal(cell)) complain(t, line, "not a decimal number: ", cell);
  if (c->kind == COLUMN_DECIMAL && !is_absent(cell) && !is_decimal(cell)) complain(t, line, "not a decimal number: ", cell);
  if (has_invisible(cell)) complain(t, line, "invisible character, tatweel or odd white space in: ", cell);
  if (c->kind == COLUMN_ENUM && tsv_enum_value(c, cell) < 0) complain(t, line, "not an allowed value: ", cell);
  if (c->kind == COLUMN_NUMBER && !is_number(cell)) complain(t, line, "not a number: ", cell);
}

static bool read_row(tsv *t, isnad_slice line, unsigned number, tsv_row *row) {
  row->line = number;
  size_t count = 0;
  isnad_slice rest = line;
  bool more = true;
  while (more) {
    more = memchr(rest.bytes, '\t', rest.length) != NULL;
    isnad_slice cell = cut(&rest, '\t');
    if (count < t->schema->count) row->cells[count] = cell;
    count++;
  }
  if (count == t->schema->count) return true;
  complain(t, number, "wrong number of cells in: ", line);
  return false;
}

static int by_id(const void *a, const void *b) {
  return isnad_slice_compare((*(const tsv_row *const *)a)->cells[0], (*(const tsv_row *const *)b)->cells[0]);
}

static void check_ids(tsv *t, isnad_arena *arena) {
  const tsv_row **rows = isnad_arena_array(arena, t->count, sizeof *rows);
  if (t->schema->columns[0].kind != COLUMN_ID || rows == NULL || t->count == 0) return;
  for (size_t i = 0; i < t->count; i++) rows[i] = &t->rows[i];
  qsort(rows, t->count, sizeof *rows, by_id);
  for (size_t i = 1; i < t->count; i++)
    if (isnad_slice_equal(rows[i]->cells[0], rows[i - 1]->cells[0])) complain(t, rows[i]->line, "id used twice: ", rows[i]->cells[0]);
}

/* --- rows that say the same --- */

typedef struct said {
  isnad_slice words; /* all cells but why, phrases as they are matched */
  unsigned line;
} said;

static int by_words(const void *a, const void *b) {
  const said *x = a, *y = b;
  int order = isnad_slice_compare(x->words, y->words);
  return order != 0 ? order : x->line < y->line ? -1 : x->line > y->line;
}

static bool is_phrase(const column *c) { return c->kind == COLUMN_PHRASE || c->kind == COLUMN_PHRASES; }

/* What a row says to who matches it: its phrases folded and cut into tokens, one form behind the other. */
static isnad_slice words_of(isnad_arena *arena, const schema *of, const tsv_row *row) {
  buf words = buf_new(arena, 128);
  for (size_t i = 0; i < of->count; i++) {
    isnad_tokens tokens = {0};
    if (of->columns[i].kind == COLUMN_WHY) continue;
    buf_add_char(&words, '\t');
    if (!is_phrase(&of->columns[i])) buf_add_slice(&words, row->cells[i]);
    if (!is_phrase(&of->columns[i])) continue;
    if (isnad_arabic_tokens(&tokens, arena, row->cells[i], NULL) != ISNAD_OK) exit(1);
    for (size_t k = 0; k < tokens.count; k++) {
      buf_add_char(&words, ' ');
      buf_add_slice(&words, isnad_token_form(&tokens, k));
    }
  }
  if (words.failed) exit(1);
  return buf_slice(&words);
}

/* A row whose phrases fold to those of another and whose other cells are the same is never asked: only its why could differ. */
static void check_doubles(tsv *t, isnad_arena *arena) {
  bool phrases = false;
  said *rows = isnad_arena_array(arena, t->count, sizeof *rows);
  for (size_t i = 0; i < t->schema->count; i++) phrases |= is_phrase(&t->schema->columns[i]);
  if (!phrases || rows == NULL || t->count == 0) return;
  for (size_t i = 0; i < t->count; i++) rows[i] = (said){words_of(arena, t->schema, &t->rows[i]), t->rows[i].line};
  qsort(rows, t->count, sizeof *rows, by_words);
  for (size_t i = 1; i < t->count; i++) {
    if (!isnad_slice_equal(rows[i].words, rows[i - 1].words)) continue;
    char why[64];
    snprintf(why, sizeof why, "says the same as line %u", rows[i - 1].line);
    complain(t, rows[i].line, why, (isnad_slice){NULL, 0});
  }
}

static bool is_header(const tsv *t, const tsv_row *row) {
  for (size_t i = 0; i < t->schema->count; i++)
    if (!isnad_slice_equal(row->cells[i], isnad_slice_of(t->schema->columns[i].name))) return false;
  return true;
}

void tsv_read(tsv *out, isnad_arena *arena, const char *folder, const schema *of) {
  *out = (tsv){.schema = of, .path = isnad_arena_printf(arena, "%s/%s", folder, of->file).bytes};
  isnad_slice rest = read_file(out, arena);
  size_t room = 0;
  bool header = false;
  for (unsigned number = 1; rest.length > 0; number++) {
    isnad_slice line = cut(&rest, '\n');
    tsv_row row = {0};
    if (line.length == 0 || line.bytes[0] == '#' || !read_row(out, line, number, &row)) continue;
    if (!header) {
      header = true;
      if (!is_header(out, &row)) complain(out, number, "the header does not name the columns of the schema: ", line);
      continue;
    }
    for (size_t i = 0; i < of->count; i++) check_cell(out, number, &of->columns[i], row.cells[i]);
    if (out->count == room) {
      size_t grown = room == 0 ? 256 : room * 2;
      out->rows = isnad_arena_grow(arena, out->rows, room, grown, sizeof *out->rows);
      if (out->rows == NULL) exit(1);
      room = grown;
    }
    out->rows[out->count++] = row;
  }
  check_ids(out, arena);
  check_doubles(out, arena);
}
