/* Whom a phrase means by the body that its last noun stands for: "a spokesman of the company", of "the company X"; "the director of the observatory".
 * The noun is told by the words with which the article tells of it. It is asked when all is read, of speakers and of sources. */
#include "note/speakers/speaker_bearing.h"

#include <string.h>

enum { LONGEST = 8, ARTICLE = 2 * WORD_LETTER };

static size_t count_words(isnad_slice name) {
  size_t words = name.length > 0;
  for (size_t i = 0; i < name.length; i++) words += name.bytes[i] == ' ';
  return words;
}

/* What stands on the noun before its article: nothing, ba, or the li that has swallowed it. SIZE_MAX: it has no article. */
static size_t proclitic_of(isnad_slice form) {
  if (form.length <= ARTICLE + 2 * WORD_LETTER) return SIZE_MAX;
  if (word_begins(form, LETTER_ALEF, LETTER_LAM)) return 0;
  isnad_slice rest = {form.bytes + WORD_LETTER, form.length - WORD_LETTER};
  bool ba = word_letter_at(form, 0, LETTER_BEH) && word_begins(rest, LETTER_ALEF, LETTER_LAM);
  return ba || word_begins(form, LETTER_LAM, LETTER_LAM) ? WORD_LETTER : SIZE_MAX;
}

/* A body or a medium, and no person or document. */
static bool is_body(const note_unit *unit, size_t at) {
  const isnad_phrase *head = note_hit_at(unit, at, ISNAD_TABLE_HEADS), *body = note_hit_at(unit, at, ISNAD_TABLE_ORG_HEADS);
  if (note_has_hit(unit, at, ISNAD_TABLE_TITLES)) return false;
  if (head != NULL && head->count > 1) return false;
  if (head != NULL)
    return isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_OFFICIAL || isnad_heads_rows[head->row].kind <= ISNAD_HEADS_KIND_OUTLET;
  return body != NULL && body->count == 1 && isnad_org_heads_rows[body->row].type == ISNAD_ORG_HEADS_TYPE_ORGANIZATION;
}

static isnad_slice joined(const note_scan *s, isnad_slice before, isnad_slice words) {
  char *bytes = isnad_arena_array(s->arena, before.length + words.length, 1);
  if (bytes == NULL) return (isnad_slice){NULL, 0};
  memcpy(bytes, before.bytes, before.length);
  memcpy(bytes + before.length, words.bytes, words.length);
  return (isnad_slice){bytes, before.length + words.length};
}

/* Behind a noun with its article the word is its adjective, or the object of a verb: "the body | that organises". "The same company" is told already.
 */
static bool is_apart(const quote_scan *q, const note_unit *unit, size_t before) {
  return note_is_definite(q->s, unit, before) || note_has_word(unit, before, ISNAD_QUOTE_WORDS_ROLE_SAME);
}

isnad_slice speaker_told_within(const quote_scan *q, isnad_span phrase) {
  const isnad_tokens *tokens = &q->s->page->tokens;
  isnad_slice none = {NULL, 0};
  size_t end = isnad_tokens_seek(tokens, phrase.end), at = end > 0 ? end - 1 : 0;
  if (end == 0 || tokens->items[at].span.begin <= phrase.begin || tokens->items[at].span.end != phrase.end) return none;
  isnad_slice form = isnad_token_form(tokens, at);
  size_t cut = proclitic_of(form);
  if (tokens->items[at].kind != ISNAD_TOKEN_WORD || cut == SIZE_MAX) return none;
  const note_unit *unit = note_unit_of(q->s, at);
  if (unit == NULL || phrase.begin < tokens->items[unit->first].span.begin || !is_body(unit, at)) return none;
  if (cut == 0 && is_apart(q, unit, at - 1)) return none;
  size_t bare = cut > 0 && !word_begins(form, LETTER_LAM, LETTER_LAM) ? ARTICLE + WORD_LETTER : ARTICLE;
  isnad_slice words = speaker_told_noun(q, at, (isnad_slice){form.bytes + bare, form.length - bare});
  bool swallowed = cut > 0 && word_begins(words, LETTER_ALEF, LETTER_LAM) && word_begins(form, LETTER_LAM, LETTER_LAM); /* li and the article again */
  if (words.length == 0 || count_words(words) > LONGEST || swallowed) return none;
  uint32_t until = cut == 0 ? tokens->items[at].span.begin : isnad_token_source(tokens, at, cut);
  return joined(q->s, isnad_slice_at(q->s->page->text, (isnad_span){phrase.begin, until}), words);
}

void speaker_settle_within(quote_scan *q) {
  enum { MOST = 64 };
  isnad_span last = {0, 0};
  isnad_slice told = {NULL, 0};
  size_t asked = 0;
  for (size_t i = 0; i < q->s->quote_count; i++) {
    isnad_quote_note *quote = &q->s->quotes[i];
    if (quote->entity.length > 0 || quote->speaker.end == 0 || memchr(quote->canonical.bytes, ' ', quote->canonical.length) == NULL) continue;
    if (quote->speaker.begin != last.begin || quote->speaker.end != last.end) {
      last = quote->speaker;
      bool own = asked < MOST && isnad_slice_equal(quote->canonical, note_name_text(q->s, last));
      asked += own;
      told = own ? speaker_told_within(q, last) : (isnad_slice){NULL, 0};
    }
    if (told.length > 0) quote->canonical = told;
  }
}
