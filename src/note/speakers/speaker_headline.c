/* Whom the description of a headline means: "an American organisation: 9 workers are free", of which the first paragraph says "the organisation
 * World Vision announced that 9 workers are free". Both tell the same, as their words show. It is asked when all is read. */
#include "note/speakers/speaker_bearing.h"

enum { MOST_WORDS = 24, SHARED = 2 };

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

static bool tell_the_same(const quote_scan *q, isnad_span one, isnad_span other) {
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

/* The first of the opening paragraphs who says the same and may be meant. */
static const isnad_quote_note *same_in_body(quote_scan *q, size_t first, const isnad_quote_note *headline, described what) {
  enum { PARAGRAPHS = 3 };
  const note_scan *s = q->s;
  for (size_t i = 0; i < s->quote_count; i++) {
    const isnad_quote_note *quote = &s->quotes[i];
    const note_unit *unit = note_unit_of(s, isnad_tokens_seek(&s->page->tokens, quote->span.begin));
    if (unit == NULL || unit->headline) continue;
    if (unit > &s->units[PARAGRAPHS]) return NULL;
    if (quote->mode != ISNAD_QUOTE_FRAGMENT && may_mean(q, first, what, quote) && tell_the_same(q, headline->span, quote->span)) return quote;
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
    if (same == NULL) continue;
    quote->entity = same->entity;
    quote->canonical = same->canonical;
    quote->anonymous = false;
  }
}
