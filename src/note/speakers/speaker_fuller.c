/* A speaker whom the tables know, by the fuller name of the article: "Majid ibn Abdullah al-Qasabi", who is listed without his father. What only is
 * spelled otherwise keeps the name of the tables, which is one through all articles. */
#include "note/quotes/quote.h"

#include <stdlib.h>
#include <string.h>

typedef struct full_name {
  isnad_slice entity, words;
} full_name;

static size_t count_words(isnad_slice name) {
  size_t words = 1;
  for (size_t i = 0; i < name.length; i++) words += name.bytes[i] == ' ';
  return words;
}

/* The next byte that is no space or hyphen; the length behind the last. */
static size_t next_letter(isnad_slice name, size_t at) {
  while (at < name.length && (name.bytes[at] == ' ' || name.bytes[at] == '-')) at++;
  return at;
}

/* "Le Maire" in two words or in one: the same letters. */
static bool is_same_letters(isnad_slice a, isnad_slice b) {
  size_t i = next_letter(a, 0), j = next_letter(b, 0);
  while (i < a.length && j < b.length && a.bytes[i] == b.bytes[j]) {
    i = next_letter(a, i + 1);
    j = next_letter(b, j + 1);
  }
  return i == a.length && j == b.length;
}

/* His daughter's or his friend's name ends in his: a fuller one begins as his does. */
static bool begins_alike(isnad_slice words, isnad_slice canonical) {
  const char *space = memchr(canonical.bytes, ' ', canonical.length);
  size_t first = space != NULL ? (size_t)(space - canonical.bytes) : canonical.length;
  return isnad_slice_starts(words, (isnad_slice){canonical.bytes, first});
}

static bool is_fuller(const note_scan *s, const isnad_name_note *name) {
  if (name->type != ISNAD_NAME_PERSON || name->form != ISNAD_FORM_NAME || name->entity.length == 0 || name->entity.bytes[0] == '@') return false;
  isnad_slice words = isnad_slice_at(s->page->text, name->bare);
  if (words.length <= name->canonical.length || count_words(words) <= count_words(name->canonical)) return false;
  return begins_alike(words, name->canonical) && !is_same_letters(words, name->canonical);
}

static int by_entity(isnad_slice a, isnad_slice b) {
  if (a.length != b.length) return a.length < b.length ? -1 : 1;
  return memcmp(a.bytes, b.bytes, a.length);
}

/* The longest of an entity first; of two as long the one that comes first. */
static int by_length(const void *one, const void *other) {
  const full_name *a = one, *b = other;
  int order = by_entity(a->entity, b->entity);
  if (order != 0) return order;
  if (a->words.length != b->words.length) return a->words.length > b->words.length ? -1 : 1;
  return a->words.bytes < b->words.bytes ? -1 : a->words.bytes > b->words.bytes;
}

static size_t collect(const note_scan *s, full_name *list) {
  size_t count = 0;
  for (size_t i = 0; i < s->name_count; i++)
    if (is_fuller(s, &s->names[i])) list[count++] = (full_name){s->names[i].entity, note_name_text(s, s->names[i].bare)};
  qsort(list, count, sizeof *list, by_length);
  return count;
}

static const full_name *find(const full_name *list, size_t count, isnad_slice entity) {
  size_t low = 0, high = count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (by_entity(list[middle].entity, entity) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low < count && isnad_slice_equal(list[low].entity, entity) ? &list[low] : NULL;
}

void speaker_name_fully(note_scan *s) {
  if (s->quote_count == 0 || s->name_count == 0) return;
  full_name *list = isnad_arena_array(s->arena, s->name_count, sizeof *list);
  if (list == NULL) {
    s->failed = true;
    return;
  }
  size_t count = collect(s, list);
  for (size_t i = 0; i < s->quote_count && count > 0; i++) {
    isnad_quote_note *quote = &s->quotes[i];
    const full_name *own = quote->entity.length > 0 ? find(list, count, quote->entity) : NULL;
    if (own != NULL) quote->full = own->words;
  }
}
