/* The words that go on a speaker's phrase: "an American official | of high rank", "those in charge | of the campaign", "a study | that researchers
 * of the university X made". It is asked when all is read: what he says is known then, and nothing of it is taken in. */
#include "note/sources/citation.h"
#include "note/speakers/speaker_bearing.h"
#include "note/speakers/speaker_reach.h"

/* Tokens [first, at) of the phrase, which goes on before `limit` if it does. */
typedef struct complete_phrase {
  const note_scan *s;
  const note_unit *unit;
  size_t first, at, limit;
} complete_phrase;

static bool is_word(const complete_phrase *p, size_t at) { return at < p->limit && cited_is_word(p->s, p->unit, at); }

static bool has_article(const complete_phrase *p, size_t at) {
  isnad_slice form = cited_form(p->s, at), rest = {form.bytes + WORD_LETTER, form.length > WORD_LETTER ? form.length - WORD_LETTER : 0};
  return note_is_definite(p->s, p->unit, at) || word_begins(rest, LETTER_ALEF, LETTER_LAM) || word_begins(form, LETTER_LAM, LETTER_LAM);
}

static bool is_document(const complete_phrase *p) {
  const isnad_phrase *head = note_hit_at(p->unit, p->first, ISNAD_TABLE_HEADS);
  return head != NULL && isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_DOCUMENT;
}

/* "Of high rank", "another", "well informed": with the article where the word before it has one. */
static size_t rank_end(const complete_phrase *p) {
  const isnad_phrase *rank = is_word(p, p->at) ? note_word_at(p->unit, p->at, ISNAD_QUOTE_WORDS_ROLE_RANKS) : NULL;
  bool agrees = rank != NULL && rank->cut == 0 && note_is_definite(p->s, p->unit, p->at) == note_is_definite(p->s, p->unit, p->at - 1);
  return agrees && rank->first + rank->count <= p->limit ? rank->first + rank->count : p->at;
}

/* "Not | official": an adjective of the feminine behind "other than", which takes its article. */
static size_t denied_end(const complete_phrase *p) {
  if (!is_word(p, p->at) || !is_word(p, p->at + 1)) return p->at;
  isnad_slice form = cited_form(p->s, p->at);
  bool other = form.length == 3 * WORD_LETTER && word_begins(form, LETTER_GHAIN, LETTER_YEH) && word_ends(form, LETTER_REH);
  bool adjective = other && cited_adjective_at(p->s, p->at + 1) != CITED_NO_ADJECTIVE && !cited_ends_name(p->unit, p->at + 1);
  return adjective && has_article(p, p->at + 1) == has_article(p, p->at - 1) ? p->at + 2 : p->at;
}

/* "American officials | and Israeli ones": a further adjective of relation in the sound plural. */
static size_t paired_end(const complete_phrase *p) {
  if (!is_word(p, p->at) || p->at < p->first + 2) return p->at;
  isnad_slice form = cited_form(p->s, p->at), before = cited_form(p->s, p->at - 1);
  isnad_slice rest = {form.bytes + WORD_LETTER, form.length > WORD_LETTER ? form.length - WORD_LETTER : 0};
  bool linked =
      word_letter_at(form, 0, LETTER_WAW) && rest.length >= 5 * WORD_LETTER && word_letter_at(rest, rest.length - 3 * WORD_LETTER, LETTER_YEH);
  bool same = speaker_is_sound_plural(rest) && speaker_is_sound_plural(before) && word_letter_at(before, before.length - 3 * WORD_LETTER, LETTER_YEH);
  bool article = word_begins(rest, LETTER_ALEF, LETTER_LAM) == word_begins(before, LETTER_ALEF, LETTER_LAM);
  return linked && same && article && !note_has_hit(p->unit, p->at, ISNAD_TABLE_HEADS) ? p->at + 1 : p->at;
}

/* "The article | 109 | of the constitution": by its number. */
static size_t numbered_end(const complete_phrase *p) {
  bool number = p->at == p->first + 1 && p->at < p->limit && cited_token(p->s, p->at)->kind == ISNAD_TOKEN_NUMBER && is_document(p);
  return number && !note_has_hit(p->unit, p->at + 1, ISNAD_TABLE_UNITS) ? p->at + 1 : p->at;
}

/* With its adjectives, which have their article. */
static size_t behind_adjectives(const complete_phrase *p, size_t at) {
  while (is_word(p, at) && note_is_definite(p->s, p->unit, at) && cited_adjective_at(p->s, at) != CITED_NO_ADJECTIVE && !cited_ends_name(p->unit, at))
    at++;
  return at;
}

/* "His care": a noun with a pronoun closes a construct. */
static bool is_owned(const complete_phrase *p, size_t at) {
  isnad_slice text = isnad_slice_at(p->s->page->text, cited_token(p->s, at)->span);
  return text.length > 3 * WORD_LETTER &&
         (word_ends(text, LETTER_HEH) || word_ends_in(text, LETTER_HEH, LETTER_ALEF) || word_ends_in(text, LETTER_HEH, LETTER_MEEM));
}

/* Any noun phrase at a token: a name, a definite noun, a construct. Its end; `at` when there is none. */
static size_t noun_end(const complete_phrase *p, size_t at) {
  if (at < p->limit && cited_is_mark(p->s, at, "#")) return cited_tag_end(p->s, p->unit, at);
  if (!is_word(p, at) || note_has_word(p->unit, at, ISNAD_QUOTE_WORDS_ROLE_VENUE) || note_has_hit(p->unit, at, ISNAD_TABLE_TIME_WORDS)) return at;
  const isnad_name_note *name = note_name_at(p->s, at);
  size_t end = at;
  while (name != NULL && end < p->limit && cited_token(p->s, end)->span.begin < name->span.end) end++;
  if (end == at && (has_article(p, at) || is_owned(p, at))) end = at + 1;
  if (end == at) end = cited_construct_end(p->s, p->unit, at);
  if (end == at && is_word(p, at + 1) && is_owned(p, at + 1) && !cited_ends_name(p->unit, at)) end = at + 2;
  return end > p->limit ? at : behind_adjectives(p, end);
}

/* "On", "of", "about", "in" by themselves, or ba and li on the word: where what they govern begins; the limit when there is none. */
static size_t governed_at(const complete_phrase *p, size_t at) {
  static const isnad_quote_words_role roles[] = {ISNAD_QUOTE_WORDS_ROLE_ON, ISNAD_QUOTE_WORDS_ROLE_OF, ISNAD_QUOTE_WORDS_ROLE_ABOUT,
                                                 ISNAD_QUOTE_WORDS_ROLE_IN};
  if (!is_word(p, at)) return p->limit;
  for (size_t i = 0; i < sizeof roles / sizeof roles[0]; i++) {
    const isnad_phrase *hit = note_word_at(p->unit, at, roles[i]);
    if (hit != NULL && hit->cut == 0 && hit->count == 1) return at + 1;
  }
  bool joined = cited_begins_with_ba(p->s, at) || cited_has_lam(p->s, at) || word_begins(cited_form(p->s, at), LETTER_LAM, LETTER_LAM);
  return joined ? at : p->limit;
}

/* "That belongs | to the White House", "those in charge | of the campaign", "issued | by the bank": an adjective that says nothing without its
 * complement, and the complement. */
static size_t engaged_end(const complete_phrase *p) {
  const isnad_phrase *issued = is_word(p, p->at) ? note_word_at(p->unit, p->at, ISNAD_QUOTE_WORDS_ROLE_ISSUED) : NULL;
  if (issued != NULL && issued->cut == 0) {
    size_t begin = issued->first + issued->count, end = noun_end(p, begin);
    return end > begin ? end : p->at;
  }
  bool head = p->at == p->first + 1 && note_has_word(p->unit, p->first, ISNAD_QUOTE_WORDS_ROLE_ENGAGED);
  const isnad_phrase *engaged = head || !is_word(p, p->at) ? NULL : note_word_at(p->unit, p->at, ISNAD_QUOTE_WORDS_ROLE_ENGAGED);
  if (!head && (engaged == NULL || engaged->cut > 0 || note_is_definite(p->s, p->unit, p->at) != has_article(p, p->at - 1))) return p->at;
  size_t begin = governed_at(p, p->at + !head), end = begin < p->limit ? noun_end(p, begin) : begin;
  return begin < p->limit && end > begin ? end : p->at;
}

/* People, a body or a medium who made a document. */
static size_t makers_end(const complete_phrase *p, size_t at) {
  const isnad_phrase *head = note_hit_at(p->unit, at, ISNAD_TABLE_HEADS), *title = note_hit_at(p->unit, at, ISNAD_TABLE_TITLES);
  size_t end = noun_end(p, at);
  isnad_slice form = cited_form(p->s, at);
  if (head != NULL && head->cut == 0) {
    size_t phrase = cited_phrase_end(p->s, p->unit, head, head->first + head->count);
    end = phrase > end ? phrase : end;
  } else if (end == at && ((title != NULL && title->cut == 0) || word_ends_in(form, LETTER_WAW, LETTER_NOON))) {
    end = title != NULL && title->cut == 0 ? title->first + title->count : at + 1;
  }
  while (end > at && is_word(p, end) && (cited_token(p->s, end)->flags & ISNAD_TOKEN_ARABIC) == 0) end++; /* "the company | Recorded Future" */
  return end > at && end <= p->limit ? cited_complement_end(p->s, p->unit, at, end, p->limit) : at;
}

/* "A study | that researchers made": a verb with the document's pronoun, and whoever made it. */
static size_t made_end(const complete_phrase *p) {
  if (!is_document(p) || !is_word(p, p->at) || !is_word(p, p->at + 1) || has_article(p, p->at)) return p->at;
  isnad_slice form = cited_form(p->s, p->at), text = isnad_slice_at(p->s->page->text, cited_token(p->s, p->at)->span);
  bool her = word_ends(cited_form(p->s, p->first), LETTER_HEH) || word_ends_in(cited_form(p->s, p->first), LETTER_ALEF, LETTER_TEH);
  bool its = her ? word_ends_in(form, LETTER_HEH, LETTER_ALEF) : word_ends(text, LETTER_HEH);
  if (!its || form.length < 5 * WORD_LETTER || note_has_hit(p->unit, p->at, ISNAD_TABLE_HEADS)) return p->at;
  size_t end = makers_end(p, p->at + 1);
  return end > p->at + 1 ? end : p->at;
}

static bool is_body(const complete_phrase *p) {
  const isnad_phrase *head = note_hit_at(p->unit, p->first, ISNAD_TABLE_HEADS), *body = note_hit_at(p->unit, p->first, ISNAD_TABLE_ORG_HEADS);
  if (head != NULL) return isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_OFFICIAL;
  return body != NULL && isnad_org_heads_rows[body->row].type == ISNAD_ORG_HEADS_TYPE_ORGANIZATION;
}

/* "More | than half of those asked", "many | of the players of X": a number of people alone, and of whom. */
static size_t number_end(const complete_phrase *p) {
  const isnad_phrase *of = is_word(p, p->at) ? note_word_at(p->unit, p->at, ISNAD_QUOTE_WORDS_ROLE_OF) : NULL;
  if (of == NULL || of->cut > 0 || of->count > 1 || p->at != p->first + 1 || has_article(p, p->first)) return p->at;
  const isnad_phrase *head = note_hit_at(p->unit, p->first, ISNAD_TABLE_HEADS), *bound = note_hit_at(p->unit, p->first, ISNAD_TABLE_BOUNDS);
  bool some =
      head != NULL && isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_ANONYMOUS && isnad_heads_rows[head->row].takes == ISNAD_HEADS_TAKES_OF;
  size_t end = some || bound != NULL ? noun_end(p, p->at + 1) : p->at;
  return end > p->at + 1 ? end : p->at;
}

/* "A note | from the command of the forces": from whom or of what a document is. */
static size_t from_end(const complete_phrase *p) {
  const isnad_phrase *of = is_document(p) && is_word(p, p->at) ? note_word_at(p->unit, p->at, ISNAD_QUOTE_WORDS_ROLE_OF) : NULL;
  if (of == NULL || of->cut > 0 || of->count > 1 || !is_word(p, p->at + 1)) return p->at;
  const isnad_phrase *head = note_hit_at(p->unit, p->at + 1, ISNAD_TABLE_HEADS), *body = note_hit_at(p->unit, p->at + 1, ISNAD_TABLE_ORG_HEADS);
  bool source = (head != NULL && head->cut <= 2 * WORD_LETTER) || (body != NULL && body->cut <= 2 * WORD_LETTER);
  bool numbered = cited_token(p->s, p->at - 1)->kind == ISNAD_TOKEN_NUMBER; /* "article 109 | of the list" */
  size_t end = source || numbered ? noun_end(p, p->at + 1) : p->at + 1;
  return end > p->at + 1 ? end : p->at;
}

/* "The official Cuban site | "Cuba Debate"": the name in marks right behind a body or a medium, where nothing that is said begins. */
static size_t marked_end(const complete_phrase *p) {
  enum { MOST = 6 };
  const isnad_phrase *head = note_hit_at(p->unit, p->first, ISNAD_TABLE_HEADS);
  bool medium = head != NULL && isnad_heads_rows[head->row].kind <= ISNAD_HEADS_KIND_OUTLET;
  if (p->at + 2 >= p->limit || cited_token(p->s, p->at)->kind != ISNAD_TOKEN_QUOTE) return p->at;
  if (!(medium || (p->at > p->first + 1 && is_body(p)))) return p->at;
  for (size_t i = p->first; i < p->at; i++) {
    if (cited_token(p->s, i)->kind == ISNAD_TOKEN_QUOTE) return p->at;
  }
  size_t end = p->at + 1;
  while (end < p->limit && end < p->at + MOST && cited_token(p->s, end)->kind == ISNAD_TOKEN_WORD) end++;
  bool closed = end > p->at + 1 && end < p->limit && cited_token(p->s, end)->kind == ISNAD_TOKEN_QUOTE;
  bool more = closed && end + 2 < p->limit && cited_token(p->s, end + 2)->kind == ISNAD_TOKEN_QUOTE;
  return closed && !more ? end + 1 : p->at;
}

static size_t phrase_end(complete_phrase *p) {
  enum { MOST_PARTS = 5 };
  size_t begin = p->at;
  for (unsigned n = 0; n < MOST_PARTS && p->at < p->limit; n++) {
    size_t before = p->at, end = rank_end(p);
    if (end == before) end = denied_end(p);
    if (end == before) end = paired_end(p);
    if (end == before) end = numbered_end(p);
    if (end == before) end = from_end(p);
    if (end == before) end = number_end(p);
    if (end == before) end = engaged_end(p);
    if (end == before) end = made_end(p);
    if (end == before) end = cited_complement_end(p->s, p->unit, p->first, p->at, p->limit);
    if (end == before) end = marked_end(p);
    if (end == before && is_body(p)) end = cited_purpose_end(p->s, p->unit, p->at);
    if (end == before || end > p->limit) break;
    p->at = end;
  }
  return p->at > begin && p->at <= p->limit ? p->at : begin;
}

size_t speaker_said_from(const quote_scan *q, uint32_t speaker) {
  enum { NEAR = 16 }; /* a verb stands near its words, before them or behind */
  const isnad_tokens *tokens = &q->s->page->tokens;
  uint32_t nearest = tokens->items[q->unit->last - 1].span.end;
  size_t from = note_quote_from(q->s, speaker);
  for (size_t i = from > NEAR ? from - NEAR : 0; i < q->s->quote_count && i < from + NEAR; i++) {
    const isnad_quote_note *quote = &q->s->quotes[i];
    if (quote->span.begin >= speaker && quote->span.begin < nearest) nearest = quote->span.begin;
    if (quote->verb.end > 0 && quote->verb.begin >= speaker && quote->verb.begin < nearest) nearest = quote->verb.begin;
  }
  size_t at = isnad_tokens_seek(tokens, nearest + 1);
  return at > 0 && at - 1 < q->unit->last && tokens->items[at - 1].span.begin >= speaker ? at - 1 : q->unit->last;
}

/* The phrase of a speaker who is told by the words of his phrase, brought to its end; its span alone where nothing goes on it. */
static isnad_span whole_phrase(quote_scan *q, isnad_span speaker) {
  const isnad_tokens *tokens = &q->s->page->tokens;
  size_t first = isnad_tokens_seek(tokens, speaker.begin + 1), end = isnad_tokens_seek(tokens, speaker.end);
  const note_unit *unit = first > 0 ? note_unit_of(q->s, first - 1) : NULL;
  if (unit == NULL || end < first || end > unit->last || unit->headline) return speaker;
  quote_turn_to(q, unit);
  complete_phrase p = {.s = q->s, .unit = unit, .first = first - 1, .at = end, .limit = speaker_said_from(q, speaker.end)};
  size_t behind = speaker_reach(q, p.first, phrase_end(&p), p.limit);
  return behind > end ? (isnad_span){speaker.begin, quote_token(q, behind - 1)->span.end} : speaker;
}

void speaker_settle_phrases(quote_scan *q) {
  isnad_span last = {0, 0}, whole = {0, 0};
  for (size_t i = 0; i < q->s->quote_count; i++) {
    isnad_quote_note *quote = &q->s->quotes[i];
    if (quote->entity.length > 0 || quote->canonical.length == 0 || quote->speaker.end == 0) continue;
    if (!isnad_slice_equal(quote->canonical, note_name_text(q->s, quote->speaker))) continue;
    if (quote->speaker.begin != last.begin || quote->speaker.end != last.end) {
      last = quote->speaker;
      whole = whole_phrase(q, last);
    }
    if (whole.end == last.end) continue;
    quote->speaker = whole;
    quote->canonical = note_name_text(q->s, whole);
  }
}
