/* Rulings and votes: what a court condemns or a house refuses is no statement; nor what somebody spends who rules nothing. */
#include "note/quotes/quote_said.h"

/* A court that condemns passes a sentence. */
static bool is_court(const quote_scan *q, const quote_speaker *speaker) {
  size_t at = isnad_tokens_seek(&q->s->page->tokens, speaker->span.begin);
  const isnad_phrase *court = at < q->unit->last ? quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_COURT) : NULL;
  return court != NULL && (court->cut == 0 || quote_is_definite(q, at));
}

/* "Condemned to prison", "provides for": a court, a law or a plan does; a person, a country and whoever is not known spend their time. */
static bool is_no_ruler(const quote_scan *q, const quote_verb *verb, const quote_said *said, const quote_speaker *speaker, size_t head) {
  if (verb->row->force != ISNAD_VERBS_FORCE_SETS || verb->row->also != ISNAD_VERBS_ALSO_BI || !said->bare) return false;
  if (speaker->kind == SPEAKER_PERSON || speaker->kind == SPEAKER_UNKNOWN || speaker->kind == SPEAKER_PLACE)
    return head < q->unit->last && !is_court(q, speaker) && !quote_has_word(q, head, ISNAD_QUOTE_WORDS_ROLE_ADOPTED) &&
           !note_has_hit(q->unit, head, ISNAD_TABLE_ORG_HEADS);
  return false;
}

/* "The house | refused | the amendment": a vote or a ruling. */
static bool is_vote(const quote_scan *q, const quote_verb *verb, const quote_said *said, size_t head) {
  if (verb->row->force != ISNAD_VERBS_FORCE_REJECTS || !said->bare || head >= q->unit->last) return false;
  bool house = quote_has_word(q, head, ISNAD_QUOTE_WORDS_ROLE_HOUSE) || quote_has_word(q, head, ISNAD_QUOTE_WORDS_ROLE_COURT);
  return house && quote_has_word(q, said->first, ISNAD_QUOTE_WORDS_ROLE_ADOPTED);
}

bool quote_is_ruling(const quote_scan *q, const quote_verb *verb, const quote_said *said, const quote_speaker *speaker, size_t head) {
  if (said->bare && verb->row->force == ISNAD_VERBS_FORCE_CONDEMNS && is_court(q, speaker)) return true;
  return is_vote(q, verb, said, head) || is_no_ruler(q, verb, said, speaker, head);
}
