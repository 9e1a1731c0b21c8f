/* The statements of a sentence. */
#include "note/quotes/quote_said.h"
#include "note/speakers/speaker.h"

enum { SPEECH = 6 }; /* words in quotation marks that open a paragraph and need no verb to be speech */

/* "The paper took the news from an official. He said": whom a carrier relays goes on. */
static bool note_relayed(quote_scan *q, const quote_verb *verb, size_t limit) {
  quote_speaker relayed;
  size_t end = 0;
  if (verb->row->force != ISNAD_VERBS_FORCE_CARRIES) return false;
  for (size_t at = verb->last; at < limit; at++) {
    const isnad_phrase *from = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_FROM);
    if (from == NULL || from->cut > 0) continue;
    if (!speaker_read(q, at + from->count, q->sentence_last, SPEAKER_BOUNDED, &relayed, &end)) return false;
    if (relayed.kind != SPEAKER_PERSON && relayed.kind != SPEAKER_ANONYMOUS && relayed.kind != SPEAKER_BODY) return false;
    relayed.agrees = speaker_own_form(q, &relayed);
    q->topic = relayed;
    return true;
  }
  return false;
}

/* Whom a verb without a complement has as its subject is whom the text is about. */
static void note_subject(quote_scan *q, const quote_verb *verb) {
  enum { NEAR = 12 };
  size_t limit = verb->last + NEAR < q->sentence_last ? verb->last + NEAR : q->sentence_last, end = 0;
  quote_speaker subject;
  if (verb->form > FORM_PLURAL || note_relayed(q, verb, limit)) return;
  if (!speaker_read(q, quote_skip_asides(q, verb->last, limit), limit, 0, &subject, &end)) return;
  bool body = subject.kind == SPEAKER_BODY; /* "the ministry issued a statement, and described" */
  bool unnamed = subject.kind == SPEAKER_ANONYMOUS && (verb->linked || verb->first == q->sentence_first); /* "witnesses praised it, and called it" */
  if (subject.kind != SPEAKER_PERSON && !body && !unnamed) return;
  subject.agrees = verb->form;
  q->topic = subject;
}

static size_t first_comma(const quote_scan *q, size_t first, size_t last) {
  for (size_t at = first; at < last; at++) {
    const quote_pair *pair = quote_is_kind(q, at, ISNAD_TOKEN_QUOTE) ? quote_pair_at(q, at) : NULL;
    if (pair != NULL && pair->close < last) at = pair->close;
    if (quote_is_comma(q, at)) return at;
  }
  return last;
}

/* "After X had praised it, Y answered": the verb stands in a clause that opens the sentence. */
static bool is_in_opening(const quote_scan *q, const quote_verb *verb) {
  enum { FAR = 12 };
  for (size_t at = q->sentence_first; at < verb->first && at < q->sentence_first + FAR; at++) {
    if (quote_is_comma(q, at)) return false;
    if (quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_WHEN) != NULL) return first_comma(q, at, verb->first) == verb->first;
    bool link = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_HELPS) != NULL || quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_ASIDE) != NULL;
    if (!link) return false;
  }
  return false;
}

/* "X wrote on his page, | saying "..."" in the present: the words stand right behind the verb, and the sentence has told of X. */
static bool is_circumstance(const quote_scan *q, const quote_verb *verb, const quote_said *said) {
  if (said->pair == NULL || said->pair->open > verb->last + 1 || q->topic.canonical.length == 0) return false;
  return q->topic.span.begin >= quote_token(q, q->sentence_first)->span.begin && q->topic.span.begin < verb->span.begin;
}

/* Somebody stands between a verb and its bare object, who agrees with it. */
static bool has_subject_behind(const quote_scan *q, const quote_verb *verb, const quote_said *said) {
  quote_speaker who;
  size_t end = 0, at = quote_skip_asides(q, verb->last, said->first);
  if (at >= said->first || !quote_takes_object(verb->row->also) || !speaker_read(q, at, said->first, 0, &who, &end)) return false;
  return (who.kind == SPEAKER_PERSON || who.kind == SPEAKER_BODY) && speaker_agrees(q, verb, at, &who);
}

/* "... And he accused | employers | of": behind a linked verb that takes somebody, an indefinite noun of which nothing is known is the object. */
static bool is_accused(const quote_verb *verb, const quote_said *said, const quote_speaker *speaker) {
  if (!verb->linked || verb->form > FORM_FEMININE || !said->bare || verb->row->force != ISNAD_VERBS_FORCE_ACCUSES) return false;
  return speaker->kind == SPEAKER_UNKNOWN && !speaker->definite && speaker->span.begin >= verb->span.end;
}

/* Reads the statement of the verb; returns the token from which to go on. */
static size_t read_verb(quote_scan *q, const quote_verb *verb) {
  quote_said said;
  quote_speaker speaker = {.name = -1};
  bool implicit = false;
  bool begun = speaker_before(q, verb, &speaker);
  if (quote_is_negated(q, verb->first) && verb->row->sure == ISNAD_VERBS_SURE_YES) note_subject(q, verb); /* "X did not confirm. It said" */
  bool predicate = verb->form == FORM_PARTICIPLE && verb->first > q->sentence_first && quote_is_kind(q, verb->first - 1, ISNAD_TOKEN_WORD) &&
                   quote_word_at(q, verb->first - 1, ISNAD_QUOTE_WORDS_ROLE_HELPS) != NULL; /* "the answer was | screaming" */
  size_t behind = quote_skip_asides(q, verb->last, q->sentence_last);                       /* "is said" is written like "is dismissed" */
  bool silent = verb->form == FORM_PASSIVE && verb->row->force == ISNAD_VERBS_FORCE_SAYS && !quote_is_that(q, behind) && !quote_is_colon(q, behind) &&
                !quote_is_kind(q, behind, ISNAD_TOKEN_QUOTE);
  bool called = quote_is_called(q, verb);
  if (called && begun && speaker.kind != SPEAKER_UNKNOWN) {
    speaker.agrees = verb->form;
    q->topic = speaker; /* "a witness | called X, doubted it, saying" */
  }
  if (silent || called || predicate || quote_is_negated(q, verb->first) || quote_is_wished(q, verb) || quote_is_asked(q, verb) ||
      !quote_stands_as_verb(q, verb, begun && speaker.kind != SPEAKER_UNKNOWN))
    return verb->last;
  if (!quote_find_said(q, verb, begun, &said) || quote_greets(q, verb, &said) || quote_is_deed(q, verb, &said)) {
    if (begun && (speaker.kind == SPEAKER_PERSON || speaker.kind == SPEAKER_BODY)) {
      speaker.agrees = verb->form;
      q->topic = speaker;
    } else {
      note_subject(q, verb);
    }
    return verb->last;
  }
  bool known = speaker_of(q, verb, &said, &speaker, &implicit);
  if (known && !implicit && is_accused(verb, &said, &speaker)) known = implicit = speaker_last(q, verb, &speaker);
  if (known && speaker.kind == SPEAKER_UNKNOWN && quote_is_heading(q, verb, &said)) return verb->last;
  if (known && said.pair == NULL && said.first > q->unit->first && quote_is_colon(q, said.first - 1))
    said.last = quote_speech_end(q, verb, &said, &speaker);
  if (known && !implicit && speaker.kind == SPEAKER_UNKNOWN && quote_is_first_person(q, verb)) return verb->last; /* "I think, if ..., we can" */
  if (!known && quote_is_told_in_relative(q, verb, &said)) known = implicit = speaker_last(q, verb, &speaker);
  if (implicit && quote_find_antecedent(q, verb, &said, &speaker)) {
    implicit = false;
    known = true;
  }
  const quote_speaker topic = q->topic;
  bool opening = said.pair == NULL && is_in_opening(q, verb);
  if (opening) said.last = first_comma(q, said.first + 1, said.last);
  if (implicit &&
      (speaker_is_passive(q, verb, &said) || (!quote_may_go_on(q, verb) && !is_circumstance(q, verb, &said)) || (!known && quote_is_thought(verb))))
    return verb->last;
  bool found_out = implicit && known && verb->row->force == ISNAD_VERBS_FORCE_CONCLUDES && verb->row->sure == ISNAD_VERBS_SURE_CLOSE;
  if (found_out && speaker.kind == SPEAKER_PERSON && speaker.span.begin == q->topic.span.begin) return verb->last; /* who has said nothing yet */
  if (known && !implicit && (quote_is_doubtful(q, verb, &said, &speaker) || speaker_is_thing(q, &speaker)))
    return said.bare && verb->row->force == ISNAD_VERBS_FORCE_REJECTS ? said.first + 1 : verb->last; /* "refused | the request (asked)" */
  size_t before = verb->first;
  while (before > q->sentence_first && quote_word_at(q, before - 1, ISNAD_QUOTE_WORDS_ROLE_HELPS) != NULL) before--;
  bool relative = before > q->sentence_first && quote_word_at(q, before - 1, ISNAD_QUOTE_WORDS_ROLE_RELATIVE) != NULL;
  bool described = verb->row->force == ISNAD_VERBS_FORCE_DESCRIBES && quote_pair_from(q, said.first) < quote_pair_from(q, said.last);
  described = described || quote_word_at(q, verb->first, ISNAD_QUOTE_WORDS_ROLE_HOLDS) != NULL; /* "which Baghdad held | unlawful" */
  if (relative && said.bare && !described && !implicit && speaker.span.begin >= verb->span.end)
    return verb->last; /* "the draft of which X speaks"; but "the strike | that X called "a disaster"" */
  if (relative && said.bare && !implicit && !described && has_subject_behind(q, verb, &said)) return verb->last; /* "X, whom the army | deposed" */
  if (!known && relative && said.pair == NULL) return verb->last;                                                /* "the answer that says" */
  bool found = verb->row->force == ISNAD_VERBS_FORCE_DECIDES || verb->row->force == ISNAD_VERBS_FORCE_CONCLUDES;
  if (!known && found) return verb->last; /* "it was decided" */
  isnad_slice form = isnad_token_form(&q->s->page->tokens, verb->first);
  bool present = word_letter_at(form, verb->linked ? WORD_LETTER : 0, LETTER_YEH) || word_letter_at(form, verb->linked ? WORD_LETTER : 0, LETTER_TEH);
  if (implicit && said.bare && verb->row->also == ISNAD_VERBS_ALSO_OBJECT_ILA && verb->row->force == ISNAD_VERBS_FORCE_EXPLAINS &&
      (present || !verb->linked))
    return verb->last; /* "which goes back to" is written like "which he puts down to" */
  if ((implicit && quote_is_impersonal(q, verb)) || (!known && quote_says_little(q, verb, &said))) return verb->last;
  if (known && !implicit) speaker_take_partner(q, verb, &said, &speaker);
  quote_speaker carrier; /* "the agency quoted a source ... And it (the agency) added" */
  if (known && !implicit && speaker.relayed && speaker.agrees <= FORM_PLURAL && speaker.agrees != FORM_FEMININE &&
      speaker_carrier(q, verb, &said, &carrier))
    speaker_remember(q, &carrier, verb->form);
  bool told = quote_calls_it(q, verb) && !verb->linked && verb->first > q->sentence_first; /* "X, | whom Y called ...": X goes on */
  bool first = q->last.canonical.length == 0; /* nobody has spoken yet: he goes on, though he was found by the verb before */
  if (known && !told && (!implicit || first || speaker.agrees > FORM_PLURAL || q->topic.canonical.length > 0))
    speaker_remember(q, &speaker, verb->form <= FORM_PLURAL && !speaker.relayed ? verb->form : speaker.agrees);
  if ((opening || told) && topic.canonical.length > 0) q->topic = topic; /* whom the main clause is about */
  if (known && !implicit) speaker_quoted(q, verb, &said, &speaker);
  quote_add_statement(q, verb, &said, &speaker, implicit, 0);
  while (said.pair == NULL && said.next > 0) {
    quote_next_said(q, verb, &said);
    quote_add_statement(q, verb, &said, &speaker, implicit, 0);
  }
  size_t to = said.pair != NULL ? said.pair->close + 1 : said.last;
  if (said.pair != NULL) to = quote_read_further(q, verb, &speaker, implicit, to);
  q->spoken_here = to + 1 >= q->sentence_last && known;
  return to > verb->last ? to : verb->last;
}

/* "After the announcement of the ministry | that": a noun of saying, its subject, and "that" near behind him. */
static size_t read_act(quote_scan *q, const quote_verb *act) {
  enum { NEAR = 26, BETWEEN = 8, APPOSITION = 14 };
  size_t limit = act->last + NEAR < q->sentence_last ? act->last + NEAR : q->sentence_last, end = 0;
  quote_speaker speaker;
  quote_said said = {.first = 0};
  isnad_slice form = isnad_token_form(&q->s->page->tokens, act->first);
  bool ba = word_begins(form, LETTER_BEH, LETTER_ALEF) && word_letter_at(form, 2 * WORD_LETTER, LETTER_LAM);
  if (ba || word_begins(form, LETTER_ALEF, LETTER_LAM)) return quote_read_wording(q, act); /* "with the words", "repeated | the affirmation that" */
  if (act->last >= limit || !speaker_read(q, act->last, limit, 0, &speaker, &end)) return act->last;
  if (speaker.kind == SPEAKER_UNKNOWN || speaker.kind == SPEAKER_DOCUMENT) return act->last;
  size_t between = end < limit && quote_is_comma(q, end) ? APPOSITION : BETWEEN;
  for (size_t at = end; at < limit && at <= end + between; at++) {
    quote_verb other;
    bool plain = quote_is_comma(q, at) || quote_is_kind(q, at, ISNAD_TOKEN_WORD) || quote_is_kind(q, at, ISNAD_TOKEN_NUMBER);
    bool of_other = quote_is_word(q, at, ISNAD_QUOTE_WORDS_ROLE_OF) && !quote_is_comma(q, at - 1); /* "adds | to the fears that" */
    if (!plain || of_other || quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_JOINS) != NULL || quote_verb_at(q, at, &other) ||
        quote_act_at(q, at, &other)) /* "statements of X came after the announcement of Y that" */
      return act->last;
    if (!quote_is_that(q, at)) continue;
    said = (quote_said){.first = at, .subject_last = at, .last = quote_end(q, act, at, &said.next)};
    said.next = 0;
    bool opens = quote_word_at(q, q->sentence_first, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION) != NULL; /* "after the words of X that ..., Y" */
    for (size_t i = at; opens && i < said.last; i++)
      if (quote_is_comma(q, i)) said.last = i;
    break;
  }
  if (said.last <= said.first) return act->last;
  quote_add_statement(q, act, &said, &speaker, false, 0);
  speaker.agrees = speaker_own_form(q, &speaker);
  q->topic = speaker;
  return said.last;
}

void quote_read_sentence(quote_scan *q) {
  const size_t cut_off = quote_read_cut_off(q);
  q->spoken_here = q->spoken_here && cut_off > q->sentence_first;
  q->spoke_here = false;
  if (q->in_clause) q->topic = q->outer;
  q->in_clause = false;
  speaker_note_topic(q);
  size_t from = quote_read_continued(q);
  for (size_t at = cut_off > from ? cut_off : from; at < q->sentence_last && !q->s->failed;) {
    quote_verb verb;
    size_t cited_to = quote_read_cited(q, at);
    if (cited_to > at) {
      at = cited_to;
      continue;
    }
    if (quote_is_kind(q, at, ISNAD_TOKEN_QUOTE)) {
      const quote_pair *pair = quote_pair_at(q, at);
      size_t enough = pair != NULL && quote_opens_with_verb(q, pair) ? SPEECH / 2 : SPEECH; /* "We face hardship", she says */
      if (pair != NULL && at == q->unit->first && quote_pair_words(q, pair) >= enough && !pair->used)
        at = quote_read_opening(q, pair);
      else if (pair != NULL && pair->closed_here)
        at = pair->close;
      at++;
    } else if (quote_verb_at(q, at, &verb)) {
      at = read_verb(q, &verb);
    } else if (quote_act_at(q, at, &verb)) {
      at = read_act(q, &verb);
    } else {
      speaker_note_clause(q, at);
      at++;
    }
    if (at > q->taken_to) q->taken_to = at;
  }
}
