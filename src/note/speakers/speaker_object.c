/* What stands behind a verb where its subject is looked for, and is its object: whom it accuses, describes, calls upon, tells. */
#include "note/speakers/speaker.h"

bool speaker_takes_both(isnad_verbs_also also) {
  return also == ISNAD_VERBS_ALSO_OBJECT_BI || also == ISNAD_VERBS_ALSO_OBJECT_ALA || also == ISNAD_VERBS_ALSO_OBJECT_ILA;
}

bool speaker_takes_object(isnad_verbs_also also) {
  return also == ISNAD_VERBS_ALSO_OBJECT || also == ISNAD_VERBS_ALSO_BI_OBJECT || speaker_takes_both(also);
}

/* "Described | X | as", "likened | X | to": whom or what it describes stands between the subject and the preposition. */
bool speaker_takes_between(const quote_verb *verb) {
  return verb->row->force == ISNAD_VERBS_FORCE_DESCRIBES && verb->row->also == ISNAD_VERBS_ALSO_OBJECT_BI;
}

/* "And he described later | the shelter | below the ground as", "accused | X, without naming him, of": such a verb takes somebody, so the one noun
 * phrase before its preposition is no subject, whatever adverb stands between. */
static bool is_only_noun(const quote_scan *q, const quote_verb *verb, const quote_said *said, size_t end) {
  bool takes = verb->row->force == ISNAD_VERBS_FORCE_ACCUSES || verb->row->force == ISNAD_VERBS_FORCE_DESCRIBES;
  if (!takes || verb->row->also != ISNAD_VERBS_ALSO_OBJECT_BI || verb->form > FORM_PLURAL || speaker_bears_pronoun(q, verb)) return false;
  if (end >= said->first) return false;
  bool closed = quote_is_comma(q, end) && quote_is_comma(q, said->first - 1) && quote_has_word(q, end + 1, ISNAD_QUOTE_WORDS_ROLE_LEAVES);
  return closed || (speaker_is_preposition(q, end) && end + 2 >= said->first);
}

/* "The marshal thanked ... And he called on | the navy | to": behind a person, an armed body between the verb and its preposition is commanded. */
static bool is_called_upon(const quote_scan *q, const quote_verb *verb, const quote_said *said, const quote_speaker *speaker, size_t end) {
  bool commander = (q->topic.canonical.length > 0 ? q->topic.kind : q->last.kind) == SPEAKER_PERSON;
  if (!verb->linked || verb->row->force != ISNAD_VERBS_FORCE_DEMANDS || speaker->kind != SPEAKER_BODY || !commander) return false;
  const isnad_rule *rule = speaker->name >= 0 ? &q->s->names[speaker->name].rule : NULL;
  bool armed = rule != NULL && rule->name == NULL && rule->table == ISNAD_TABLE_ORGANIZATIONS &&
               isnad_organizations_rows[rule->row].kind == ISNAD_ORGANIZATIONS_KIND_MILITARY;
  return armed && quote_skip_asides(q, end, said->first) >= said->first;
}

static bool fits_form(const quote_speaker *who, const quote_verb *verb) { return who->canonical.length > 0 && who->agrees == verb->form; }

/* Somebody who has spoken or acted in the sentence so far. */
static bool acts_here(const quote_scan *q, const quote_speaker *who) { return who->span.begin >= quote_token(q, q->sentence_first)->span.begin; }

static bool has_spoken(const quote_scan *q, const quote_speaker *speaker) {
  const quote_speaker *before;
  if (speaker->canonical.length > 0 && isnad_slice_equal(speaker->canonical, q->topic.canonical)) return true;
  for (size_t i = 0; (before = speaker_earlier(q, i)) != NULL; i++)
    if (isnad_slice_equal(before->canonical, speaker->canonical)) return true;
  return false;
}

/* "The authorities | the citizens": a sound plural in the case of an object behind the first word, so the first is the subject. */
static bool holds_object(const quote_scan *q, size_t first, size_t end) {
  for (size_t at = first + 1; at < end; at++)
    if (quote_is_definite(q, at) && word_ends_in(speaker_form(q, at), LETTER_YEH, LETTER_NOON)) return true;
  return false;
}

/* "She condemned the sentence, and called | on the government | to": in mid-sentence whoever acts there goes on, and the one noun phrase between the
 * verb and its preposition is who is called upon; behind a verb that always takes somebody ("urged") anywhere. Nobody who has spoken before. */
static bool is_urged(const quote_scan *q, const quote_verb *verb, const quote_said *said, const quote_speaker *speaker, size_t end) {
  isnad_verbs_force force = verb->row->force;
  bool calls = force == ISNAD_VERBS_FORCE_DEMANDS || force == ISNAD_VERBS_FORCE_ORDERS;
  if (!calls || verb->form > FORM_PLURAL || verb->either || speaker_bears_pronoun(q, verb)) return false;
  size_t at = isnad_tokens_seek(&q->s->page->tokens, speaker->span.begin);
  if (quote_skip_asides(q, end, said->first) < said->first || at >= q->unit->last || speaker_is_plural(q, at)) return false;
  if (holds_object(q, at, end)) return false;
  bool named = speaker->kind == SPEAKER_PERSON && speaker->name >= 0;
  bool always = verb->row->that == ISNAD_VERBS_THAT_NO && verb->row->also == ISNAD_VERBS_ALSO_ALA;
  bool within = verb->linked && verb->first > q->sentence_first && !named &&
                ((fits_form(&q->last, verb) && q->spoke_here) || (fits_form(&q->topic, verb) && acts_here(q, &q->topic)));
  if (!within && !(always && (fits_form(&q->last, verb) || fits_form(&q->topic, verb)))) return false;
  return !has_spoken(q, speaker);
}

/* "And he told | Haaretz | that": a paper takes the feminine. */
static bool is_told_paper(const quote_scan *q, const quote_verb *verb, const quote_speaker *speaker) {
  bool tells = verb->row->force == ISNAD_VERBS_FORCE_TELLS && verb->form == FORM_MASCULINE && !verb->either;
  return tells && speaker->kind == SPEAKER_MEDIUM && speaker_own_form(q, speaker) != FORM_MASCULINE &&
         (q->topic.kind == SPEAKER_PERSON || q->last.kind == SPEAKER_PERSON);
}

/* "The committee said ... And she called on | the inhabitants | to": people with their article, or the media, between the verb and its preposition,
 * where she who spoke last goes on. */
static bool is_asked_of(const quote_scan *q, const quote_verb *verb, const quote_said *said, const quote_speaker *speaker, size_t end) {
  bool people = speaker->kind == SPEAKER_ANONYMOUS && speaker->definite, media = speaker->kind == SPEAKER_MEDIUM && speaker->entity.length == 0;
  if ((!people && !media) || verb->form != FORM_FEMININE || !fits_form(&q->last, verb) || speaker_bears_pronoun(q, verb)) return false;
  return said->bare && !has_spoken(q, speaker) && quote_skip_asides(q, end, said->first) >= said->first;
}

/* "Accused X of", "described X as": the one noun phrase between the verb and its preposition is the object, unless the verb bears a pronoun for it.
 */
bool speaker_is_object(const quote_scan *q, const quote_verb *verb, const quote_said *said, const quote_speaker *speaker, size_t end) {
  const isnad_phrase *that = quote_word_at(q, said->first, ISNAD_QUOTE_WORDS_ROLE_THAT);
  if (is_told_paper(q, verb, speaker)) return true;
  if (said->pair != NULL || (that != NULL && that->cut == 0)) return false;
  bool goes_on = verb->linked || (verb->first == q->sentence_first + 1 && quote_has_word(q, verb->first - 1, ISNAD_QUOTE_WORDS_ROLE_HELPS));
  bool commands = verb->row->force == ISNAD_VERBS_FORCE_DEMANDS || verb->row->force == ISNAD_VERBS_FORCE_ORDERS;
  bool asked = speaker->kind == SPEAKER_UNKNOWN && commands && goes_on && q->last.canonical.length > 0;
  if (asked && said->bare && quote_skip_asides(q, end, said->first) >= said->first) return true; /* "and called on | the workers | to" */
  if (is_asked_of(q, verb, said, speaker, end) && commands && goes_on) return true;
  if (is_only_noun(q, verb, said, end) || is_called_upon(q, verb, said, speaker, end) || is_urged(q, verb, said, speaker, end)) return true;
  size_t at = isnad_tokens_seek(&q->s->page->tokens, speaker->span.begin);
  bool named = at >= q->unit->first && at < q->unit->last && (note_has_hit(q->unit, at, ISNAD_TABLE_GIVEN_NAMES) || speaker_is_unheard(q, at));
  bool thing = speaker->kind == SPEAKER_UNKNOWN && !speaker->definite && that != NULL && verb->row->force == ISNAD_VERBS_FORCE_DESCRIBES && !named;
  if (thing && !speaker_bears_pronoun(q, verb)) return true; /* "called | a meeting of the ministers | hard" */
  size_t own = speaker->name >= 0 ? speaker_token_behind(q, at, q->s->names[speaker->name].span) : end;
  if (own < end && speaker->kind == SPEAKER_BODY) return false; /* "the group X | Saudi Arabia" */
  return speaker_takes_both(verb->row->also) && verb->form <= FORM_PLURAL && said->has_object &&
         quote_skip_asides(q, end, said->first) >= said->first && !speaker_bears_pronoun(q, verb);
}

bool speaker_is_passive(const quote_scan *q, const quote_verb *verb, const quote_said *said) {
  const quote_pair *pair = said->pair;
  bool accused = pair != NULL && pair->open == verb->last && pair->open + 1 < q->unit->last && quote_begins_with(q, pair->open + 1, LETTER_BEH);
  if (accused && verb->row->also == ISNAD_VERBS_ALSO_OBJECT_BI && verb->form <= FORM_FEMININE && !speaker_bears_pronoun(q, verb)) return true;
  return said->bare && verb->row->also == ISNAD_VERBS_ALSO_OBJECT_BI && verb->form <= FORM_FEMININE && said->first == verb->last &&
         !speaker_bears_pronoun(q, verb);
}

/* "And it condemned | "the sham trial"": a noun in marks, of which nothing is known, right behind a verb that takes a thing. */
bool speaker_is_quoted_thing(const quote_scan *q, const quote_verb *verb, size_t at, const quote_speaker *speaker) {
  bool unknown = speaker->kind == SPEAKER_UNKNOWN && speaker->name < 0 && speaker->entity.length == 0;
  isnad_verbs_force force = verb->row->force;
  bool judges = force == ISNAD_VERBS_FORCE_CONDEMNS || force == ISNAD_VERBS_FORCE_REJECTS || force == ISNAD_VERBS_FORCE_WELCOMES ||
                force == ISNAD_VERBS_FORCE_CRITICIZES;
  return unknown && judges && at == verb->last && quote_is_kind(q, at, ISNAD_TOKEN_QUOTE);
}
