/* Whom the description of a headline means: "an American organisation: 9 workers are free", of which the first paragraph says "the organisation
 * World Vision announced that 9 workers are free". Both tell the same, as their words show. It is asked when all is read. */
#include "note/sources/citation.h"
#include "note/speakers/speaker_bearing.h"

#include <string.h>

enum { MOST_WORDS = 24, SHARED = 2, ARTICLE = 2 * WORD_LETTER };

/* What the description may mean. */
typedef enum described { DESCRIBES_NOBODY, DESCRIBES_PERSON, DESCRIBES_BODY } described;

static described described_at(const quote_scan *q, size_t first) {
  const isnad_phrase *head = note_hit_at(q->unit, first, ISNAD_TABLE_HEADS), *body = note_hit_at(q->unit, first, ISNAD_TABLE_ORG_HEADS);
  if (speaker_is_one(q, first)) return DESCRIBES_PERSON;
  if (speaker_is_title(q, first)) return DESCRIBES_NOBODY; /* several, or a rank */
  if (head != NULL && isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_UNNAMED) return DESCRIBES_PERSON;
  bool organisation = body != NULL && body->cut == 0 && isnad_org_heads_rows[body->row].type == ISNAD_ORG_HEADS_TYPE_ORGANIZATION;
  bool medium = head != NULL && head->cut == 0 && isnad_heads_rows[head->row].kind <= ISNAD_HEADS_KIND_OUTLET;
  bool plural = word_ends_in(speaker_form(q, first), LETTER_ALEF, LETTER_TEH);
  bool several = plural || note_has_word(q->unit, first, ISNAD_QUOTE_WORDS_ROLE_FEMININE); /* "papers" */
  return (organisation || medium) && !several ? DESCRIBES_BODY : DESCRIBES_NOBODY;
}

/* The name behind an id, as the names tell it before the end of what is said. */
static const isnad_name_note *name_of(const quote_scan *q, const isnad_quote_note *quote) {
  for (size_t i = note_name_from(q->s, quote->speaker.begin); i < q->s->name_count && q->s->names[i].span.begin < quote->speaker.end; i++)
    if (isnad_slice_equal(q->s->names[i].entity, quote->entity)) return &q->s->names[i];
  return NULL;
}

/* "A company", told by an embassy; "a friend", told by a man: the noun of the name is another, or it is not of that gender. */
static bool is_another(quote_scan *q, size_t first, const isnad_name_note *name) {
  isnad_slice noun = speaker_bare_word(q, first);
  bool she = word_ends(noun, LETTER_HEH);
  if (name->type == ISNAD_NAME_PERSON) return q->gender[name - q->s->names] == (she ? GENDER_MASCULINE : GENDER_FEMININE);
  size_t at = isnad_tokens_seek(&q->s->page->tokens, name->span.begin);
  quote_scan body = *q;
  body.unit = note_unit_of(q->s, at);
  bool headed = body.unit != NULL && (note_has_hit(body.unit, at, ISNAD_TABLE_ORG_HEADS) || note_has_hit(body.unit, at, ISNAD_TABLE_HEADS));
  return headed && !isnad_slice_equal(speaker_bare_word(&body, at), noun);
}

static bool may_mean(quote_scan *q, size_t first, described what, const isnad_quote_note *quote) {
  if (quote->entity.length == 0 || quote->canonical.length == 0 || quote->anonymous) return false;
  const isnad_name_note *name = name_of(q, quote);
  if (name == NULL || is_another(q, first, name)) return false;
  if (what == DESCRIBES_PERSON) return name->type == ISNAD_NAME_PERSON;
  const isnad_phrase *head = note_hit_at(q->unit, first, ISNAD_TABLE_HEADS);
  bool medium = head != NULL && isnad_heads_rows[head->row].kind <= ISNAD_HEADS_KIND_OUTLET;
  return name->type == (medium ? ISNAD_NAME_OUTLET : ISNAD_NAME_ORGANIZATION);
}

/* The stems of the words of a span that news does not use every day. */
static size_t stems_of(const quote_scan *q, isnad_span span, uint64_t *stems) {
  enum { EVERYDAY = 200000, SHORTEST = 3 * WORD_LETTER };
  const isnad_tokens *tokens = &q->s->page->tokens;
  size_t count = 0;
  for (size_t at = isnad_tokens_seek(tokens, span.begin); at < tokens->count && tokens->items[at].span.begin < span.end && count < MOST_WORDS; at++) {
    char room[ISNAD_STEM_ROOM];
    isnad_slice form = isnad_token_form(tokens, at);
    bool number = tokens->items[at].kind == ISNAD_TOKEN_NUMBER;
    if (!number && (tokens->items[at].kind != ISNAD_TOKEN_WORD || form.length < SHORTEST)) continue;
    if (!number && isnad_arabic_frequency(tokens->items[at].hash) > EVERYDAY) continue;
    stems[count++] = number ? tokens->items[at].hash : isnad_token_hash(isnad_arabic_stem(room, form));
  }
  return count;
}

/* Somebody told by a name that no table knows: no office, no trade, nobody who is left unnamed. */
static bool is_called_by_name(const note_scan *s, const isnad_quote_note *quote) {
  size_t first = isnad_tokens_seek(&s->page->tokens, quote->speaker.begin);
  const note_unit *unit = quote->speaker.end > 0 && !quote->anonymous ? note_unit_of(s, first) : NULL;
  if (unit == NULL || quote->canonical.length == 0) return false;
  if (!isnad_slice_equal(note_name_text(s, quote->speaker), quote->canonical)) return true; /* taken from behind his words */
  const isnad_name_note *name = note_name_at(s, first);
  return name != NULL && name->type == ISNAD_NAME_PERSON && name->form == ISNAD_FORM_NAME;
}

bool speaker_tell_the_same(const quote_scan *q, isnad_span one, isnad_span other) {
  uint64_t first[MOST_WORDS], second[MOST_WORDS];
  size_t count = stems_of(q, one, first), others = stems_of(q, other, second), shared = 0;
  for (size_t i = 0; i < count; i++)
    for (size_t k = 0; k < others; k++)
      if (first[i] == second[k]) {
        shared++;
        break;
      }
  return shared >= SHARED || (shared > 0 && count <= SHARED);
}

/* The headline and the paragraph tell of one thing: they share a word that news does not use every day. */
static bool shares_word(const quote_scan *q, const note_unit *headline, const note_unit *unit) {
  uint64_t stems[MOST_WORDS];
  isnad_span words = {quote_token(q, headline->first)->span.begin, quote_token(q, headline->last - 1)->span.end};
  size_t count = stems_of(q, words, stems);
  for (size_t at = unit->first; at < unit->last; at++) {
    uint64_t one[MOST_WORDS];
    size_t found = stems_of(q, quote_token(q, at)->span, one);
    for (size_t i = 0; found > 0 && i < count; i++)
      if (stems[i] == one[0]) return true;
  }
  return false;
}

/* The one person by name who speaks in the opening, before anybody else does, where the headline names nobody. */
static const isnad_quote_note *only_in_opening(quote_scan *q, size_t first) {
  enum { PARAGRAPHS = 2 };
  const note_scan *s = q->s;
  const isnad_quote_note *found = NULL;
  const note_unit *headline = q->unit;
  for (size_t i = 0; i < s->name_count; i++)
    if (s->names[i].type == ISNAD_NAME_PERSON && s->names[i].form == ISNAD_FORM_NAME &&
        s->names[i].span.begin < quote_token(q, headline->last - 1)->span.end && s->names[i].span.end > quote_token(q, headline->first)->span.begin)
      return NULL;
  for (size_t i = 0; i < s->quote_count; i++) {
    const isnad_quote_note *quote = &s->quotes[i];
    const note_unit *unit = note_unit_of(s, isnad_tokens_seek(&s->page->tokens, quote->span.begin));
    if (unit == NULL || unit->headline) continue;
    if (unit > &s->units[PARAGRAPHS]) break;
    if (found != NULL && isnad_slice_equal(found->canonical, quote->canonical)) continue;
    if (found != NULL || quote->mode == ISNAD_QUOTE_FRAGMENT || !is_called_by_name(s, quote)) return NULL;
    const isnad_name_note *name = name_of(q, quote);
    if (name != NULL && (name->type != ISNAD_NAME_PERSON || is_another(q, first, name))) return NULL;
    q->unit = headline;
    if (!shares_word(q, headline, unit)) return NULL;
    found = quote;
  }
  return found;
}

/* The first of the opening paragraphs who says the same and may be meant. */
static const isnad_quote_note *same_in_body(quote_scan *q, size_t first, const isnad_quote_note *headline, described what) {
  enum { PARAGRAPHS = 3 };
  const note_scan *s = q->s;
  for (size_t i = 0; i < s->quote_count; i++) {
    const isnad_quote_note *quote = &s->quotes[i];
    const note_unit *unit = note_unit_of(s, isnad_tokens_seek(&s->page->tokens, quote->span.begin));
    if (unit == NULL || unit->headline) continue;
    if (unit > &s->units[PARAGRAPHS]) return NULL;
    if (quote->mode != ISNAD_QUOTE_FRAGMENT && may_mean(q, first, what, quote) && speaker_tell_the_same(q, headline->span, quote->span)) return quote;
  }
  return NULL;
}

/* The words of the headline, each with its article or without, stand in the fuller words: "a study", "an American official", "Khan". */
static bool holds_all(isnad_slice fuller, isnad_slice words) {
  if (fuller.length <= words.length) return false;
  for (size_t at = 0; at < words.length;) {
    size_t end = at;
    while (end < words.length && words.bytes[end] != ' ') end++;
    isnad_slice word = {words.bytes + at, end - at};
    bool found = false;
    for (size_t i = 0; !found && i + word.length <= fuller.length; i++) {
      bool closes = i + word.length == fuller.length || fuller.bytes[i + word.length] == ' ';
      bool opens = i == 0 || fuller.bytes[i - 1] == ' ' ||
                   (i >= ARTICLE && word_begins((isnad_slice){fuller.bytes + i - ARTICLE, ARTICLE}, LETTER_ALEF, LETTER_LAM) &&
                    (i == ARTICLE || fuller.bytes[i - ARTICLE - 1] == ' '));
      found = opens && closes && memcmp(fuller.bytes + i, word.bytes, word.length) == 0;
    }
    if (!found) return false;
    at = end + 1;
  }
  return true;
}

/* "An agency" of the headline, and "the head of the agency": somebody in office there. */
static bool is_over(const quote_scan *q, const isnad_quote_note *quote, const isnad_quote_note *headline) {
  size_t first = isnad_tokens_seek(&q->s->page->tokens, quote->speaker.begin);
  const note_unit *unit = quote->entity.length == 0 && quote->speaker.end > 0 ? note_unit_of(q->s, first) : NULL;
  if (unit == NULL || !note_has_hit(unit, first, ISNAD_TABLE_TITLES)) return false;
  return !speaker_is_title(q, isnad_tokens_seek(&q->s->page->tokens, headline->speaker.begin));
}

/* Who speaks first behind the headline, when he is told by the same words and more. */
static const isnad_quote_note *fuller_in_body(const quote_scan *q, const isnad_quote_note *headline) {
  enum { PARAGRAPHS = 2 };
  const note_scan *s = q->s;
  for (size_t i = 0; i < s->quote_count; i++) {
    const isnad_quote_note *quote = &s->quotes[i];
    const note_unit *unit = note_unit_of(s, isnad_tokens_seek(&s->page->tokens, quote->span.begin));
    if (unit == NULL || unit->headline || quote->canonical.length == 0) continue;
    if (unit > &s->units[PARAGRAPHS]) return NULL;
    if (holds_all(quote->canonical, headline->canonical)) return is_over(q, quote, headline) ? NULL : quote;
    if (!isnad_slice_equal(quote->canonical, headline->canonical)) return NULL; /* another speaks before him */
  }
  return NULL;
}

void speaker_settle_headline(quote_scan *q) {
  note_scan *s = q->s;
  for (size_t i = 0; i < s->quote_count; i++) {
    isnad_quote_note *quote = &s->quotes[i];
    if (quote->entity.length > 0 || quote->canonical.length == 0 || quote->speaker.end == 0) continue;
    size_t first = isnad_tokens_seek(&s->page->tokens, quote->speaker.begin);
    q->unit = note_unit_of(s, first);
    if (q->unit == NULL || !q->unit->headline) continue;
    described what = described_at(q, first);
    const isnad_quote_note *same = what != DESCRIBES_NOBODY ? same_in_body(q, first, quote, what) : NULL;
    if (same == NULL) same = fuller_in_body(q, quote);
    if (same == NULL && what == DESCRIBES_PERSON) same = only_in_opening(q, first);
    if (same == NULL) continue;
    quote->entity = same->entity;
    quote->canonical = same->canonical;
    quote->anonymous = same->anonymous;
  }
}
