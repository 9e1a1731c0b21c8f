/* Whose a statement is ("a statement by the ministry"), and what a body is called behind its noun ("the operator "X""). */
#include "note/speakers/speaker.h"

/* "A statement | from the ministry", "issued | by the command": not "a statement | about the fire". */
static bool is_issued_by(const quote_scan *q, size_t at, bool described) {
  const isnad_phrase *of = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_OF), *from = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_ABOUT);
  return (of != NULL && of->cut == 0 && of->count == 1 && speaker_form(q, at).length == 2 * WORD_LETTER) ||
         (described && from != NULL && from->cut == 0);
}

/* "A post", not "his visit": without the article and a pronoun. */
static bool is_plain(const quote_scan *q, size_t at, const isnad_phrase *venue) {
  isnad_slice word = isnad_slice_at(q->s->page->text, quote_token(q, at)->span);
  return venue != NULL && venue->count == 1 && !quote_is_definite(q, at) && !word_ends(word, LETTER_HEH) &&
         !word_ends_in(word, LETTER_HEH, LETTER_ALEF);
}

/* "The ministry's | statement": a body right behind it. */
static bool is_body_of_statement(const quote_scan *q, size_t at, const isnad_name_note *name) {
  bool somebody = name != NULL && (name->type == ISNAD_NAME_ORGANIZATION || (name->type == ISNAD_NAME_PERSON && name->form == ISNAD_FORM_NAME));
  return somebody && name->entity.length > 0 && !quote_is_definite(q, at) && name->span.begin == quote_token(q, at + 1)->span.begin;
}

/* "A statement | by the ministry", "a joint statement | of the donors": whose statement it is. */
bool speaker_take_issuer(const quote_scan *q, size_t at, size_t limit, quote_speaker *out, size_t *end) {
  enum { ADJECTIVES = 2 };
  const isnad_phrase *venue = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_VENUE);
  bool remark = (out->kind == SPEAKER_UNKNOWN || (out->kind == SPEAKER_MEDIUM && out->entity.length == 0)) &&
                (is_plain(q, at, venue) || quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_REMARK));
  if ((out->kind != SPEAKER_DOCUMENT && !remark) || venue == NULL || (venue->cut > 0 && !quote_is_definite(q, at))) return false;
  size_t behind = at + venue->count;
  for (size_t n = 0; n < ADJECTIVES && behind < limit && quote_is_kind(q, behind, ISNAD_TOKEN_WORD); n++) {
    isnad_slice form = speaker_form(q, behind);
    const isnad_name_note *name = speaker_name(q, behind);
    quote_speaker issuer;
    size_t last = 0;
    bool of = word_begins(form, LETTER_LAM, LETTER_LAM) ||
              (name != NULL && word_letter_at(form, 0, LETTER_LAM) && name->span.begin > quote_token(q, behind)->span.begin);
    if (n == 0 && out->kind == SPEAKER_DOCUMENT && is_body_of_statement(q, at, name)) of = true;
    if (behind + 1 < limit && is_issued_by(q, behind, n > 0)) {
      of = true;
      behind++;
    }
    const isnad_phrase *issues = quote_word_at(q, behind, ISNAD_QUOTE_WORDS_ROLE_ISSUES);
    bool its = issues != NULL && behind + 1 < limit &&
               (word_ends(speaker_form(q, behind), LETTER_HEH) || word_ends_in(speaker_form(q, behind), LETTER_HEH, LETTER_ALEF));
    if (its) { /* "a statement | that the ministry issued" */
      of = true;
      behind++;
    }
    if (remark && note_is_medium(q->unit, behind)) return false; /* "remarks | to the newspaper": it hears them */
    bool li = !of && speaker_read_behind_li(q, behind, limit, &issuer, &last);
    if (li && (issuer.kind == SPEAKER_BODY || issuer.kind == SPEAKER_PERSON)) {
      *out = issuer;
      *end = last;
      return true;
    }
    if (of && speaker_read(q, behind, limit, SPEAKER_BOUNDED | SPEAKER_GOVERNED, &issuer, &last) &&
        (issuer.kind == SPEAKER_BODY || issuer.kind == SPEAKER_PERSON || issuer.kind == SPEAKER_PLACE)) {
      *out = issuer;
      *end = last;
      return true;
    }
    behind++;
  }
  return false;
}

/* "The operator of the network | "Red Eléctrica"": behind a noun of a body the words in marks are its name. */
bool speaker_take_called(const quote_scan *q, size_t at, size_t limit, quote_speaker *out, size_t *end) {
  enum { NEAR = 6, MOST = 5 };
  for (size_t i = at + 1; i < limit && i < at + NEAR; i++) {
    const quote_pair *pair = quote_is_kind(q, i, ISNAD_TOKEN_QUOTE) ? quote_pair_at(q, i) : NULL;
    if (pair == NULL) continue;
    bool body = note_has_hit(q->unit, i - 1, ISNAD_TABLE_ORG_HEADS) && !speaker_is_title(q, i - 1);
    if (!body || !pair->closed_here || pair->close >= limit || pair->close < i + 2 || quote_pair_words(q, pair) > MOST) return false;
    out->span = (isnad_span){quote_token(q, i + 1)->span.begin, quote_token(q, pair->close - 1)->span.end};
    out->canonical = note_name_text(q->s, out->span);
    out->kind = SPEAKER_BODY;
    *end = pair->close + 1;
    return true;
  }
  return false;
}

/* A noun of a body, no office and no document. */
static bool heads_body(const quote_scan *q, size_t at) {
  const isnad_phrase *head = note_hit_at(q->unit, at, ISNAD_TABLE_HEADS), *body = note_hit_at(q->unit, at, ISNAD_TABLE_ORG_HEADS);
  if (speaker_is_title(q, at) || (head != NULL && isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_DOCUMENT)) return false;
  return (body != NULL && isnad_org_heads_rows[body->row].type != ISNAD_ORG_HEADS_TYPE_DOCUMENT) ||
         (head != NULL &&
          (isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_OFFICIAL || isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_OUTLET ||
           isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_AGENCY));
}

/* The pair of marks that opens at the end of the phrase, or that the phrase goes into; NULL. */
static const quote_pair *marks_at(const quote_scan *q, size_t at, size_t end) {
  enum { LONGEST = 7 };
  for (size_t i = end; i > at && i + LONGEST > end; i--) {
    const quote_pair *pair = quote_is_kind(q, i, ISNAD_TOKEN_QUOTE) ? quote_pair_at(q, i) : NULL;
    if (pair != NULL) return pair->closed_here && pair->close >= end && pair->close > i + 1 ? pair : NULL;
  }
  return NULL;
}

/* "The channel | (NTV)": a name in brackets right behind a noun that has none. */
static bool read_bracketed(const quote_scan *q, size_t at, size_t limit, quote_speaker *out, size_t *end) {
  enum { MOST = 8 };
  if (*end != at + 1 || quote_is_definite(q, at)) return false;
  size_t behind = quote_behind_brackets(q, *end, limit);
  if (behind < *end + 3 || behind > *end + MOST) return false;
  out->span = (isnad_span){quote_token(q, *end + 1)->span.begin, quote_token(q, behind - 2)->span.end};
  out->canonical = note_name_text(q->s, out->span);
  *end = behind;
  while (*end < limit && quote_is_kind(q, *end, ISNAD_TOKEN_WORD) && quote_is_definite(q, *end)) ++*end;
  return true;
}

/* "The French oil company | "Engie"", "the campaign | "Fight for 15"": what is in marks behind the body is its name, when what it says is known to
 * begin behind it. */
void speaker_take_marked(const quote_scan *q, size_t at, size_t limit, bool bounded, quote_speaker *out, size_t *end) {
  enum { MOST = 6, SHORT = 2 };
  bool body = out->kind == SPEAKER_BODY || out->kind == SPEAKER_UNKNOWN || (out->kind == SPEAKER_MEDIUM && out->entity.length == 0);
  bool known = out->entity.length > 0 && out->entity.bytes[0] != '@';
  if (!body || known || *end >= limit || !heads_body(q, at)) return;
  if (read_bracketed(q, at, limit, out, end)) return;
  const quote_pair *pair = marks_at(q, at, *end);
  if (pair == NULL || pair->close >= limit || quote_pair_words(q, pair) > MOST) return;
  size_t behind = pair->close + 1;
  bool whole = behind == limit || quote_is_comma(q, behind) || quote_behind_brackets(q, behind, limit) > behind ||
               quote_has_word(q, behind, ISNAD_QUOTE_WORDS_ROLE_ASIDE);
  if (!quote_has_word(q, behind, ISNAD_QUOTE_WORDS_ROLE_THAT) && !(bounded && whole)) return;
  if (out->kind == SPEAKER_MEDIUM) return; /* its name is read with it */
  const isnad_name_note *inner = speaker_name(q, pair->open + 1);
  bool listed = inner != NULL && inner->type == ISNAD_NAME_OUTLET && inner->entity.length > 0 && inner->entity.bytes[0] != '@';
  if (inner != NULL && (inner->type == ISNAD_NAME_ORGANIZATION || listed) && inner->entity.length > 0 &&
      inner->span.end == quote_token(q, pair->close - 1)->span.end) {
    speaker_take_name(q, inner, out);
  } else if (out->name >= 0 && q->s->names[out->name].form == ISNAD_FORM_NAME && pair->open > at + SHORT) {
    return; /* "the Saudi Monetary Agency | "SAMA"": its letters */
  } else {
    out->span = (isnad_span){quote_token(q, pair->open + 1)->span.begin, quote_token(q, pair->close - 1)->span.end};
    out->canonical = note_name_text(q->s, out->span);
    out->kind = SPEAKER_BODY;
  }
  *end = behind;
}

/* "The press office | of those forces": li written on a demonstrative. */
static size_t behind_those(const quote_scan *q, size_t at, size_t limit) {
  const isnad_phrase *stop = at + 1 < limit ? note_hit_at(q->unit, at, ISNAD_TABLE_STOPS) : NULL;
  bool those = stop != NULL && stop->cut == WORD_LETTER && word_letter_at(speaker_form(q, at), 0, LETTER_LAM);
  return those && quote_is_kind(q, at + 1, ISNAD_TOKEN_WORD) && quote_is_definite(q, at + 1) ? at + 2 : at;
}

/* "The information centre | of the armed forces": whose the office is of which nothing is known but its noun and an adjective. */
void speaker_take_owner(const quote_scan *q, size_t at, size_t limit, quote_speaker *out, size_t *end) {
  const isnad_phrase *head = note_hit_at(q->unit, at, ISNAD_TABLE_ORG_HEADS);
  bool known = out->entity.length > 0 && out->entity.bytes[0] != '@';
  bool office = head != NULL && quote_is_definite(q, at) && isnad_org_heads_rows[head->row].type == ISNAD_ORG_HEADS_TYPE_ORGANIZATION;
  if (known || !office || *end < at + 2 || *end >= limit || !quote_is_definite(q, *end - 1)) return;
  quote_speaker owner;
  size_t behind = behind_those(q, *end, limit);
  if (behind == *end && (!speaker_read_behind_li(q, *end, limit, &owner, &behind) || owner.kind != SPEAKER_BODY)) return;
  *end = behind;
  out->span.end = quote_token(q, behind - 1)->span.end;
  out->canonical = note_name_text(q->s, out->span);
  out->kind = SPEAKER_BODY;
}
