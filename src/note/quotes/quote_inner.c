/* A statement, the statements of others inside it, and the quoted pieces of each. */
#include "note/quotes/quote_said.h"
#include "note/speakers/speaker.h"

/* "That the use of gas in the murder of X shows that": what opens the clause does not speak, whoever stands inside it. */
static bool is_deed_that_shows(const quote_scan *q, size_t first, const quote_verb *verb, const quote_speaker *speaker) {
  size_t noun = first + 1;
  if (!quote_has_word(q, first, ISNAD_QUOTE_WORDS_ROLE_THAT) || verb->form != FORM_MASCULINE || noun >= verb->first) return false;
  if (speaker->span.begin >= verb->span.begin || speaker->span.begin <= quote_token(q, noun)->span.begin) return false;
  return quote_is_masdar(q, noun) && !note_has_hit(q->unit, noun, ISNAD_TABLE_ORG_HEADS) && !note_has_hit(q->unit, noun, ISNAD_TABLE_TITLES);
}

/* What somebody is told to have said, not what he thinks, decides or does, by a verb that is also an everyday word. */
static bool is_told_as_said(isnad_verbs_force force) {
  switch (force) {
  case ISNAD_VERBS_FORCE_SAYS:
  case ISNAD_VERBS_FORCE_TELLS:
  case ISNAD_VERBS_FORCE_WRITES:
  case ISNAD_VERBS_FORCE_DESCRIBES:
  case ISNAD_VERBS_FORCE_THREATENS:
  case ISNAD_VERBS_FORCE_PROMISES:
  case ISNAD_VERBS_FORCE_ADMITS:
  case ISNAD_VERBS_FORCE_CLAIMS:
  case ISNAD_VERBS_FORCE_ACCUSES:
    return true;
  default:
    return false;
  }
}

/* A statement inside a statement ("the ministry said that the mayor had said that ..."): with a speaker of its own, and "that" or quoted words. */
static bool find_inner(quote_scan *q, size_t first, size_t at, size_t limit, quote_verb *verb, quote_said *said, quote_speaker *speaker) {
  bool implicit = false;
  if (!quote_verb_at(q, at, verb) || verb->form > FORM_PLURAL || quote_is_negated(q, verb->first)) return false;
  bool sure = verb->row->sure == ISNAD_VERBS_SURE_YES;
  if (!sure && (!is_told_as_said(verb->row->force) || quote_has_word(q, verb->first, ISNAD_QUOTE_WORDS_ROLE_ADDS))) return false;
  bool begun = speaker_before(q, verb, speaker);
  bool somebody = (speaker->kind == SPEAKER_PERSON || speaker->kind == SPEAKER_BODY) && (speaker->name >= 0 || speaker->definite);
  bool told = quote_is_kind(q, verb->last, ISNAD_TOKEN_QUOTE) || quote_is_that(q, verb->last);
  bool unnamed = !sure && begun && told && speaker->kind == SPEAKER_UNKNOWN && speaker->definite;
  if (!sure && (!begun || !(somebody || unnamed))) return false; /* "that X | described Y "as ..."", "that the attacker | shouted "..."" */
  if (!quote_find_said(q, verb, begun, said) || said->bare || said->first >= limit) return false;
  const quote_speaker before = *speaker;
  bool apart = said->pair != NULL && said->pair->open > verb->last + 1; /* "agreed by telephone | "to ..."" */
  if (apart && verb->row->force == ISNAD_VERBS_FORCE_SAYS && !sure) return false;
  if (!speaker_of(q, verb, said, speaker, &implicit) || (speaker->kind == SPEAKER_UNKNOWN && !unnamed)) return false;
  bool same = begun && !implicit && speaker->span.begin == before.span.begin;
  if (same && isnad_slice_equal(speaker->canonical, q->last.canonical)) *speaker = before; /* who tells of "the attacker" is not he */
  if (!implicit && is_deed_that_shows(q, first, verb, speaker)) return false;
  if (implicit && !speaker_is_told_of(q, verb)) return false; /* "criticised the neglect of those | who he said | were" */
  if (said->last > limit) said->last = limit;
  return true;
}

/* "Criticised X after he had called | ...": in a complement without "that" the words behind another verb of saying are another's, unless it stands
 * in the marks itself. */
static size_t own_words_end(const quote_scan *q, size_t first, size_t last) {
  quote_verb other;
  for (size_t at = first; at < last; at++) {
    const quote_pair *pair = quote_is_kind(q, at, ISNAD_TOKEN_QUOTE) ? quote_pair_at(q, at) : NULL;
    if (pair != NULL && pair->close <= last)
      at = pair->close;
    else if (at > first && quote_verb_at(q, at, &other) && other.form <= FORM_PLURAL && !quote_is_governed(q, &other))
      return at;
  }
  return last;
}

/* "That the decision "| confirms that ..."": where the marks that open behind `first` and hold the token end; the token itself when none do. */
static size_t behind_marks_around(const quote_scan *q, size_t first, size_t at) {
  for (size_t i = quote_pair_from(q, first); i < q->pair_count && q->pairs[i].open < at; i++)
    if (q->pairs[i].closed_here && q->pairs[i].close > at) return q->pairs[i].close + 1;
  return at;
}

/* "That the decision "| confirms that ..."": a verb that begins the marks has its subject before them, and all of it is the speaker's. */
static bool opens_marks(const quote_scan *q, size_t at) {
  quote_verb verb;
  if (!quote_is_kind(q, at - 1, ISNAD_TOKEN_QUOTE) || !quote_verb_at(q, at, &verb)) return false;
  const quote_pair *pair = quote_pair_at(q, at - 1);
  return pair != NULL && pair->closed_here;
}

/* The statement, the statements inside it, and the quoted pieces of each. */
void quote_add_statement(quote_scan *q, const quote_verb *verb, const quote_said *said, const quote_speaker *speaker, bool implicit, unsigned depth) {
  enum { DEEPEST = 3, MOST_INNER = 32 }; /* verbs tried: each may be read to the end of the sentence */
  unsigned tried = 0;
  quote_add(q, verb, said, speaker, implicit);
  if (said->pair != NULL || quote_is_own_words(q, verb, said)) return;
  size_t from = said->first, inner_last = said->last < q->sentence_last ? said->last : q->sentence_last;
  for (size_t at = said->first + 1; depth < DEEPEST && tried < MOST_INNER && at < inner_last && !q->s->failed; at++) {
    if (opens_marks(q, at)) at = quote_pair_at(q, at - 1)->close;
    tried += note_has_hit(q->unit, at, ISNAD_TABLE_VERBS);
    quote_verb inner_verb;
    quote_said inner;
    quote_speaker inner_speaker = {.name = -1};
    if (!find_inner(q, said->first, at, said->last, &inner_verb, &inner, &inner_speaker)) continue;
    quote_add_pieces(q, verb, said, speaker, implicit, from, behind_marks_around(q, from, inner_verb.first));
    quote_add_statement(q, &inner_verb, &inner, &inner_speaker, false, depth + 1);
    from = inner.pair != NULL ? inner.pair->close + 1 : inner.last;
    at = from > at ? from - 1 : at;
  }
  quote_add_pieces(q, verb, said, speaker, implicit, from, said->bare ? own_words_end(q, from, said->last) : said->last);
}
