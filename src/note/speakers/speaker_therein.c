/* "In which he said": who speaks in a thing that the sentence names, a speech, a post, a statement. He is the one whose thing it is, or who put it
 * forth, or the person with whom the sentence began. */
#include "note/speakers/speaker.h"

enum { FAR = 24 };

/* "Li" as a proclitic: before the article, before a name, or cut from an office or a noun that heads a source. */
static bool begins_with_li(const quote_scan *q, size_t at) {
  isnad_slice form = speaker_form(q, at);
  const isnad_name_note *name = speaker_name(q, at);
  if (word_begins(form, LETTER_LAM, LETTER_LAM)) return true;
  if (!word_letter_at(form, 0, LETTER_LAM)) return false;
  if (name != NULL && name->span.begin > quote_token(q, at)->span.begin) return true;
  static const isnad_table heads[] = {ISNAD_TABLE_TITLES, ISNAD_TABLE_HEADS, ISNAD_TABLE_ORG_HEADS, ISNAD_TABLE_FAMILY_NAMES};
  for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++) {
    const isnad_phrase *hit = note_hit_at(q->unit, at, heads[i]);
    if (hit != NULL) return hit->cut == WORD_LETTER;
  }
  return false;
}

bool speaker_read_behind_li(const quote_scan *q, size_t at, size_t limit, quote_speaker *out, size_t *end) {
  if (!begins_with_li(q, at) || !speaker_read(q, at, limit, SPEAKER_BOUNDED | SPEAKER_GOVERNED, out, end)) return false;
  bool swallowed = word_begins(speaker_form(q, at), LETTER_LAM, LETTER_LAM); /* the article, which the name's text gives back */
  if (out->name < 0 && !swallowed && out->span.begin == quote_token(q, at)->span.begin) {
    out->span.begin = isnad_token_source(&q->s->page->tokens, at, WORD_LETTER);
    out->canonical = note_name_text(q->s, out->span);
  }
  return true;
}

/* "In a post by X, | where he said". */
static bool is_where(const quote_scan *q, size_t at) {
  isnad_slice form = speaker_form(q, at);
  return form.length == 3 * WORD_LETTER && word_ends(form, LETTER_THEH) && quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_HELPS);
}

/* Not a medium, to which one speaks, nor several to whom ("to the reporters"). */
static bool may_own(const quote_scan *q, const quote_verb *verb, size_t at, const quote_speaker *owner) {
  if (owner->kind != SPEAKER_PERSON && owner->kind != SPEAKER_BODY && owner->kind != SPEAKER_ANONYMOUS) return false;
  bool several = owner->name < 0 && (word_ends_in(owner->head, LETTER_YEH, LETTER_NOON) ||
                                     word_ends_in(owner->head, LETTER_ALEF, LETTER_TEH)); /* "a message to the diplomats", "to the ladies" */
  if (several || quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_PRESS)) return false;
  quote_form own = speaker_own_form(q, owner);
  return own > FORM_FEMININE || verb->form > FORM_FEMININE || own == verb->form;
}

/* "The remarks | of X", "other remarks | by X": behind the noun and its adjectives. */
static bool owner_behind(const quote_scan *q, const quote_verb *verb, size_t at, quote_speaker *out) {
  enum { ADJECTIVES = 2 };
  size_t end = 0;
  for (size_t n = 0; n <= ADJECTIVES && at < verb->first && quote_is_kind(q, at, ISNAD_TOKEN_WORD); n++, at++) {
    const isnad_name_note *name = speaker_name(q, at);
    bool construct = n == 0 && name != NULL && name->form == ISNAD_FORM_NAME && speaker_stands_free(q, at, name->span);
    if (construct && speaker_read(q, at, verb->first, SPEAKER_BOUNDED, out, &end)) return may_own(q, verb, at, out);
    if (speaker_read_behind_li(q, at, verb->first, out, &end)) return may_own(q, verb, at, out);
    if (speaker_is_preposition(q, at)) return false;
  }
  return false;
}

/* An office with the article that nobody is named for, and a person who is the topic or spoke last. */
static bool is_he(const quote_scan *q, const quote_speaker *owner, const quote_speaker *before) {
  bool office = owner->kind == SPEAKER_PERSON && owner->entity.length == 0 && owner->name < 0 && owner->definite;
  return office && before->kind == SPEAKER_PERSON && before->entity.length > 0 && before->span.end + 600 > owner->span.begin && q->spoke;
}

/* A place of speaking, a document or footage. */
static const isnad_phrase *thing_at(const quote_scan *q, size_t at) {
  const isnad_phrase *venue = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_VENUE), *head = note_hit_at(q->unit, at, ISNAD_TABLE_HEADS);
  if (venue != NULL || head == NULL) return venue;
  isnad_heads_kind kind = isnad_heads_rows[head->row].kind;
  return kind == ISNAD_HEADS_KIND_FOOTAGE || kind == ISNAD_HEADS_KIND_DOCUMENT ? head : NULL;
}

bool speaker_owner_therein(const quote_scan *q, const quote_verb *verb, quote_speaker *out) {
  bool where = verb->first > q->sentence_first && is_where(q, verb->first - 1);
  if (verb->form > FORM_FEMININE || speaker_bears_pronoun(q, verb) || (!where && !quote_has_word(q, verb->last, ISNAD_QUOTE_WORDS_ROLE_THEREIN)))
    return false;
  for (size_t at = verb->first; at > q->sentence_first && at + FAR > verb->first; at--) {
    const isnad_phrase *thing = thing_at(q, at - 1);
    if (thing == NULL || quote_is_definite(q, at - 1)) continue;
    if (!owner_behind(q, verb, at - 1 + thing->count, out)) return false;
    if (is_he(q, out, &q->topic) || is_he(q, out, &q->last)) return false; /* "a post by the minister", who has been named */
    out->agrees = verb->form;
    return speaker_is_sure(out);
  }
  return false;
}

/* "Trump published a post in which he said": the person with whom the sentence began; but of "the speech that X gave, and he said in it" X. */
static bool began(const quote_scan *q, const quote_verb *verb, quote_speaker *out) {
  enum { BEHIND = 3 };
  const isnad_name_note *first = NULL;
  size_t from = verb->first > q->sentence_first + FAR ? verb->first - FAR : q->sentence_first;
  for (size_t at = from, relative = SIZE_MAX; at < verb->first; at++) {
    if (quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_RELATIVE)) relative = at;
    const isnad_name_note *name = speaker_person_at(q, at);
    if (name == NULL) continue;
    if (first == NULL || (relative != SIZE_MAX && at <= relative + BEHIND)) first = name;
  }
  if (first == NULL || (q->spoke_here && q->last.span.begin >= first->span.begin)) return false;
  *out = speaker_of_name(q, first, verb->form);
  return true;
}

/* "X | had | published": the person or body nearest before a verb of putting forth, behind auxiliaries. */
static bool subject_before(const quote_scan *q, size_t issues, quote_speaker *out) {
  enum { NEAR = 6 };
  size_t end = 0, last = issues;
  while (last > q->sentence_first && quote_has_word(q, last - 1, ISNAD_QUOTE_WORDS_ROLE_HELPS)) last--;
  for (size_t at = last; at > q->sentence_first && at + NEAR > last; at--) {
    if (!quote_is_kind(q, at - 1, ISNAD_TOKEN_WORD)) return false;
    bool reads = speaker_read(q, at - 1, last, SPEAKER_BOUNDED, out, &end) && end == last;
    if (reads && (out->kind == SPEAKER_PERSON || out->kind == SPEAKER_BODY) && (out->name >= 0 || out->entity.length > 0)) return true;
  }
  return false;
}

bool speaker_issued_therein(const quote_scan *q, const quote_verb *verb, quote_speaker *out) {
  enum { NEAR = 18 };
  size_t end = 0;
  if (verb->form > FORM_FEMININE || !quote_has_word(q, verb->last, ISNAD_QUOTE_WORDS_ROLE_THEREIN)) return false;
  for (size_t at = verb->first; at > q->sentence_first && at + NEAR > verb->first; at--) {
    const isnad_phrase *issues = quote_word_at(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_ISSUES);
    if (issues == NULL || (issues->cut > 0 && !quote_links(q, issues))) continue;
    bool feminine = word_ends(isnad_token_form(&q->s->page->tokens, at - 1), LETTER_TEH);
    bool noun = at >= q->sentence_first + 2 && speaker_is_preposition(q, at - 2); /* "after the publication by the paper of a report" */
    if (noun && thing_at(q, at) == NULL && speaker_read(q, at, verb->first, 0, out, &end) &&
        (out->kind == SPEAKER_MEDIUM || out->kind == SPEAKER_BODY)) {
      out->agrees = verb->form;
      return true;
    }
    if (feminine != (verb->form == FORM_FEMININE)) continue;
    bool own = thing_at(q, at) != NULL; /* "X had published | a post": its subject stands before it */
    if (own && !subject_before(q, at - 1, out)) continue;
    if (!own && (!speaker_read(q, at, verb->first, 0, out, &end) || out->kind == SPEAKER_UNKNOWN || out->kind == SPEAKER_DOCUMENT)) continue;
    out->agrees = verb->form;
    return true;
  }
  return false;
}

bool speaker_therein(const quote_scan *q, const quote_verb *verb, quote_speaker *out) {
  if (speaker_owner_therein(q, verb, out) || speaker_issued_therein(q, verb, out)) return true;
  return quote_has_word(q, verb->last, ISNAD_QUOTE_WORDS_ROLE_THEREIN) && (began(q, verb, out) || speaker_beginning(q, verb, out));
}
