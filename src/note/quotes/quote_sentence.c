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
    if (quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_WHEN)) return first_comma(q, at, verb->first) == verb->first;
    bool link = quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_HELPS) || quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_ASIDE);
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

/* "A doctor attacked X, | holding that": a thought behind a comma is that of whoever acts. */
static bool is_added_thought(const quote_scan *q, const quote_verb *verb) {
  return verb->form == FORM_PARTICIPLE && verb->first > q->sentence_first && quote_is_comma(q, verb->first - 1) && quote_is_that(q, verb->last);
}

/* A verb, what it says, and who says it. */
typedef struct statement {
  const quote_verb *verb;
  quote_said said;
  quote_speaker speaker;
  bool begun;    /* somebody stands before the verb */
  bool known;    /* it is told who speaks */
  bool implicit; /* but not in this clause */
} statement;

static bool speaker_is_told(const statement *st) { return st->known && !st->implicit; }

/* "The answer was | screaming"; "is said" is written like "is dismissed". */
static bool says_nothing(const quote_scan *q, const quote_verb *verb) {
  size_t behind = quote_skip_asides(q, verb->last, q->sentence_last);
  bool predicate = verb->form == FORM_PARTICIPLE && verb->first > q->sentence_first && quote_is_kind(q, verb->first - 1, ISNAD_TOKEN_WORD) &&
                   quote_has_word(q, verb->first - 1, ISNAD_QUOTE_WORDS_ROLE_HELPS);
  bool silent = verb->form == FORM_PASSIVE && verb->row->force == ISNAD_VERBS_FORCE_SAYS && !quote_is_that(q, behind) && !quote_is_colon(q, behind) &&
                !quote_is_kind(q, behind, ISNAD_TOKEN_QUOTE);
  return silent || predicate || quote_may_be_said(q, verb) || quote_is_told_of(q, verb) || quote_is_negated(q, verb->first) ||
         quote_is_wished(q, verb) || quote_is_asked(q, verb);
}

static void take_topic(quote_scan *q, const quote_verb *verb, const quote_speaker *who) {
  q->topic = *who;
  q->topic.agrees = verb->form;
}

/* Whether the verb says something; who stands before it is remembered either way. */
static bool find_statement(quote_scan *q, statement *st) {
  const quote_verb *verb = st->verb;
  st->begun = speaker_ask_before(q, verb, &st->speaker);
  bool somebody = st->begun && st->speaker.kind != SPEAKER_UNKNOWN;
  if (quote_is_negated(q, verb->first) && verb->row->sure == ISNAD_VERBS_SURE_YES) note_subject(q, verb); /* "X did not confirm. It said" */
  bool called = quote_is_called(q, verb);
  if (called && somebody) take_topic(q, verb, &st->speaker);      /* "a witness | called X, doubted it, saying" */
  if (!st->begun && quote_points_at_thing(q, verb)) return false; /* "this step | confirms" */
  if (called || says_nothing(q, verb) || !quote_stands_as_verb(q, verb, somebody)) return false;
  if (quote_find_said(q, verb, st->begun, &st->said) && !quote_greets(q, verb, &st->said) && !quote_is_deed(q, verb, &st->said)) return true;
  bool medium = st->begun && st->speaker.kind == SPEAKER_MEDIUM && verb->row->sure == ISNAD_VERBS_SURE_YES; /* "the agency had told of 30 dead" */
  if (st->begun && (st->speaker.kind == SPEAKER_PERSON || st->speaker.kind == SPEAKER_BODY || medium))
    take_topic(q, verb, &st->speaker);
  else
    note_subject(q, verb);
  return false;
}

/* Who speaks; false where the words tell that it is no statement of anybody. */
static bool find_speaker(quote_scan *q, statement *st) {
  const quote_verb *verb = st->verb;
  quote_said *said = &st->said;
  st->known = speaker_of(q, verb, said, &st->speaker, &st->implicit);
  if (speaker_is_told(st) && is_accused(verb, said, &st->speaker)) st->known = st->implicit = speaker_last(q, verb, &st->speaker);
  bool unknown = st->known && st->speaker.kind == SPEAKER_UNKNOWN;
  if (unknown && quote_is_heading(q, verb, said)) return false;
  if (st->known && said->pair == NULL && said->first > q->unit->first && quote_is_colon(q, said->first - 1))
    said->last = quote_speech_end(q, verb, said, &st->speaker);
  if (unknown && !st->implicit && quote_is_first_person(q, verb)) return false; /* "I think, if ..., we can" */
  if (!st->known && quote_is_told_in_relative(q, verb, said)) st->known = st->implicit = speaker_last(q, verb, &st->speaker);
  if (st->implicit && quote_find_antecedent(q, verb, said, &st->speaker)) {
    st->implicit = false;
    st->known = true;
  }
  if (st->implicit && (st->known || said->pair != NULL)) st->known = speaker_weigh(q, verb, &st->speaker);
  return true;
}

/* "Its worth | is put at 9 billion": the noun of its gender behind the verb is what is estimated, and the verb a passive. */
static bool is_put_at(const quote_scan *q, const quote_verb *verb, size_t object) {
  if (verb->row->force != ISNAD_VERBS_FORCE_ESTIMATES || verb->row->sure != ISNAD_VERBS_SURE_NO || object != verb->last) return false;
  if (isnad_slice_of(verb->row->lemma).length != 3 * WORD_LETTER) return false;
  bool feminine = word_ends(isnad_slice_at(q->s->page->text, quote_token(q, object)->span), LETTER_TEH_MARBUTA);
  return verb->form == FORM_FEMININE ? feminine : verb->form == FORM_MASCULINE && !feminine && !verb->linked;
}

/* "Then you will see that": the future with teh and without a subject is the reader's. */
static bool is_readers(const quote_scan *q, const quote_verb *verb) {
  isnad_slice form = isnad_token_form(&q->s->page->tokens, verb->first);
  bool sees = verb->row->force == ISNAD_VERBS_FORCE_BELIEVES || verb->row->force == ISNAD_VERBS_FORCE_NOTES;
  return sees && verb->form == FORM_FEMININE && !verb->linked && word_begins(form, LETTER_SEEN, LETTER_TEH);
}

/* Whoever is not told in the clause may not be meant: "was said", "thought", "found", "goes back to". */
static bool is_nobodys(quote_scan *q, const statement *st) {
  const quote_verb *verb = st->verb;
  const quote_said *said = &st->said;
  if (!st->implicit) return false;
  if (speaker_is_passive(q, verb, said) || (!quote_may_go_on(q, verb) && !is_circumstance(q, verb, said))) return true;
  if (!st->known && quote_is_thought(verb) && !is_added_thought(q, verb)) return true;
  if (said->bare && !q->spoke_here && is_put_at(q, verb, said->first)) return true;
  if (is_readers(q, verb)) return true;
  bool found_out = st->known && verb->row->force == ISNAD_VERBS_FORCE_CONCLUDES && verb->row->sure == ISNAD_VERBS_SURE_CLOSE;
  return found_out && st->speaker.kind == SPEAKER_PERSON && st->speaker.span.begin == q->topic.span.begin; /* who has said nothing yet */
}

/* "The draft | of which X speaks"; but "the strike | that X called "a disaster"", "which Baghdad held | unlawful". */
static bool is_told_of(const quote_scan *q, const statement *st) {
  const quote_verb *verb = st->verb;
  const quote_said *said = &st->said;
  size_t before = verb->first;
  while (before > q->sentence_first && quote_has_word(q, before - 1, ISNAD_QUOTE_WORDS_ROLE_HELPS)) before--;
  if (before == q->sentence_first || !quote_has_word(q, before - 1, ISNAD_QUOTE_WORDS_ROLE_RELATIVE)) return false;
  if (!st->known && said->pair == NULL) return true; /* "the answer that says" */
  bool described = (verb->row->force == ISNAD_VERBS_FORCE_DESCRIBES && quote_pair_from(q, said->first) < quote_pair_from(q, said->last)) ||
                   quote_has_word(q, verb->first, ISNAD_QUOTE_WORDS_ROLE_HOLDS) ||
                   (verb->row->force == ISNAD_VERBS_FORCE_ACCUSES && speaker_bears_pronoun(q, verb)); /* "whom X | accuses of" */
  if (!said->bare || described || st->implicit) return false;
  return st->speaker.span.begin >= verb->span.end || has_subject_behind(q, verb, said); /* "X, whom the army | deposed" */
}

/* "Which goes back to" is written like "which he puts down to". */
static bool goes_back(const quote_scan *q, const statement *st) {
  const quote_verb *verb = st->verb;
  isnad_slice form = isnad_token_form(&q->s->page->tokens, verb->first);
  size_t cut = verb->linked ? WORD_LETTER : 0;
  bool present = word_letter_at(form, cut, LETTER_YEH) || word_letter_at(form, cut, LETTER_TEH);
  return st->implicit && st->said.bare && verb->row->also == ISNAD_VERBS_ALSO_OBJECT_ILA && verb->row->force == ISNAD_VERBS_FORCE_EXPLAINS &&
         (present || !verb->linked);
}

static bool is_no_statement(const quote_scan *q, const statement *st) {
  const quote_verb *verb = st->verb;
  bool found = verb->row->force == ISNAD_VERBS_FORCE_DECIDES || verb->row->force == ISNAD_VERBS_FORCE_CONCLUDES;
  bool bid = !st->known && verb->form == FORM_MASCULINE && verb->first == q->sentence_first && !verb->linked &&
             verb->row->force == ISNAD_VERBS_FORCE_CONFIRMS && verb->row->also == ISNAD_VERBS_ALSO_NONE; /* "make sure that" */
  return bid || is_told_of(q, st) || (!st->known && found) /* "it was decided" */ || goes_back(q, st) ||
         (st->implicit && quote_is_impersonal(q, verb)) || (!st->known && quote_says_little(q, verb, &st->said));
}

/* Who goes on behind this statement, and who may be quoted in it. */
static void remember_speaker(quote_scan *q, statement *st, bool opening, const quote_speaker *topic) {
  const quote_verb *verb = st->verb;
  quote_speaker *speaker = &st->speaker, carrier;
  if (speaker_is_told(st)) speaker_take_partner(q, verb, &st->said, speaker);
  bool relayed = speaker->relayed && speaker->agrees <= FORM_PLURAL && speaker->agrees != FORM_FEMININE;
  if (speaker_is_told(st) && relayed && speaker_carrier(q, verb, &st->said, &carrier))
    speaker_remember(q, &carrier, verb->form); /* "the agency quoted a source ... And it (the agency) added" */
  bool told = quote_calls_it(q, verb) && !verb->linked && verb->first > q->sentence_first; /* "X, | whom Y called ...": X goes on */
  bool first = q->last.canonical.length == 0; /* nobody has spoken yet: he goes on, though he was found by the verb before */
  bool another = st->implicit && speaker->name >= 0 && !isnad_slice_equal(speaker->canonical, q->last.canonical); /* found in the sentence */
  if (st->known && !told && (!st->implicit || first || another || speaker->agrees > FORM_PLURAL || q->topic.canonical.length > 0))
    speaker_remember(q, speaker, verb->form <= FORM_PLURAL && !speaker->relayed ? verb->form : speaker->agrees);
  if ((opening || told) && topic->canonical.length > 0) q->topic = *topic; /* whom the main clause is about */
  if (speaker_is_told(st)) speaker_quoted(q, verb, &st->said, speaker);
}

/* The statement and those that go on from it; the token behind them. */
static size_t add_statements(quote_scan *q, statement *st) {
  quote_said *said = &st->said;
  quote_add_statement(q, st->verb, said, &st->speaker, st->implicit, 0);
  while (said->pair == NULL && said->next > 0) {
    quote_next_said(q, st->verb, said);
    quote_add_statement(q, st->verb, said, &st->speaker, st->implicit, 0);
  }
  return said->pair == NULL ? said->last : quote_read_further(q, st->verb, &st->speaker, st->implicit, said->pair->close + 1);
}

/* Reads the statement of the verb; returns the token from which to go on. */
static size_t read_verb(quote_scan *q, const quote_verb *verb) {
  statement st = {.verb = verb, .speaker = {.name = -1}};
  bool says = find_statement(q, &st) && find_speaker(q, &st);
  q->asked_before = 0;
  if (!says) return verb->last;
  const quote_speaker topic = q->topic;
  bool opening = st.said.pair == NULL && is_in_opening(q, verb);
  if (opening) st.said.last = first_comma(q, st.said.first + 1, st.said.last);
  if (is_nobodys(q, &st)) return verb->last;
  if (speaker_is_told(&st) && (quote_is_doubtful(q, verb, &st.said, &st.speaker) || speaker_is_thing(q, &st.speaker)))
    return st.said.bare && verb->row->force == ISNAD_VERBS_FORCE_REJECTS ? st.said.first + 1 : verb->last; /* "refused | the request (asked)" */
  if (is_no_statement(q, &st)) return verb->last;
  remember_speaker(q, &st, opening, &topic);
  if (quote_note_topic(q, verb, &st.said, &st.speaker, st.implicit)) return verb->last;
  size_t to = add_statements(q, &st);
  q->spoken_here = to + 1 >= q->sentence_last && st.known;
  return to > verb->last ? to : verb->last;
}

/* Tokens at which no statement, citation, quotation or clause can begin: most of them. */
static bool is_quiet(const quote_scan *q, size_t at) {
  enum { SPEAKING = 1u << ISNAD_TABLE_VERBS | 1u << ISNAD_TABLE_TRIGGERS };
  if ((q->unit->tables[at - q->unit->first] & SPEAKING) != 0 || quote_is_kind(q, at, ISNAD_TOKEN_QUOTE)) return false;
  return !(at > q->sentence_first && quote_is_comma(q, at - 1)) && !quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_HELPS);
}

/* Quoted words outside a statement: those that open the paragraph may be a speech whose speaker is told behind them. */
static size_t read_marks(quote_scan *q, size_t at) {
  const quote_pair *pair = quote_pair_at(q, at);
  size_t enough = pair != NULL && quote_opens_with_verb(q, pair) ? SPEECH / 2 : SPEECH; /* "We face hardship", she says */
  if (pair != NULL && at == q->unit->first && quote_pair_words(q, pair) >= enough && !pair->used) return quote_read_opening(q, pair) + 1;
  return (pair != NULL && pair->closed_here ? pair->close : at) + 1;
}

/* What begins at the token; returns the token from which to go on. */
static size_t read_token(quote_scan *q, size_t at) {
  quote_verb verb;
  if (quote_is_kind(q, at, ISNAD_TOKEN_QUOTE)) return read_marks(q, at);
  if (quote_verb_at(q, at, &verb)) return read_verb(q, &verb);
  if (quote_act_at(q, at, &verb)) return quote_read_act(q, &verb);
  speaker_note_clause(q, at);
  return at + 1;
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
    bool quiet = is_quiet(q, at);
    size_t cited_to = quiet ? at : quote_read_cited(q, at);
    if (cited_to > at) {
      at = cited_to;
      continue;
    }
    at = quiet ? at + 1 : read_token(q, at);
    if (at > q->taken_to) q->taken_to = at;
  }
}
