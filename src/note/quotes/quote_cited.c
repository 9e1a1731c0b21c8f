/* "According to X": people whom no table of sources holds as sources, and what a sentence that begins so says. */
#include "note/quotes/quote_said.h"
#include "note/sources/citation.h"
#include "note/speakers/speaker.h"

enum { NEAR = 4 };

static const isnad_phrase *trigger_at(const quote_scan *q, size_t at) {
  const isnad_phrase *hit = note_hit_at(q->unit, at, ISNAD_TABLE_TRIGGERS);
  if (hit == NULL) return NULL;
  const isnad_triggers_row *row = &isnad_triggers_rows[hit->row];
  enum { ANTECEDENT = 6 };
  bool cites =
      row->form == ISNAD_TRIGGERS_FORM_PREPOSITION || (row->form == ISNAD_TRIGGERS_FORM_RELATIVE && note_tells_before(q->unit, at, ANTECEDENT));
  if (row->force == ISNAD_TRIGGERS_FORCE_OBTAINS) return NULL; /* only media get what they cite */
  return cites && row->force != ISNAD_TRIGGERS_FORCE_SHOWS && row->force != ISNAD_TRIGGERS_FORCE_MAKES &&
                 !quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_ABOUT)
             ? hit
             : NULL;
}

/* The citation that the trigger has already made, or NULL. */
static const isnad_source_note *made_by(const quote_scan *q, const isnad_phrase *trigger) {
  enum { WITHIN = 12 };
  size_t from = trigger->first > q->unit->first + WITHIN ? trigger->first - WITHIN : q->unit->first;
  for (size_t at = from; at < q->sentence_last && at < trigger->first + WITHIN; at++) {
    int32_t index = q->source_at[at - q->unit->first];
    const isnad_source_note *source = index > 0 ? &q->s->sources[index - 1] : NULL;
    if (source != NULL && source->span.begin <= trigger->span.begin && trigger->span.begin < source->span.end) return source;
  }
  return NULL;
}

static isnad_source_kind kind_of(speaker_kind kind) {
  if (kind == SPEAKER_DOCUMENT) return ISNAD_SOURCE_DOCUMENT;
  if (kind == SPEAKER_ANONYMOUS) return ISNAD_SOURCE_ANONYMOUS;
  return kind == SPEAKER_MEDIUM ? ISNAD_SOURCE_OUTLET : ISNAD_SOURCE_OFFICIAL;
}

static void cite(quote_scan *q, const isnad_phrase *trigger, const quote_speaker *who) {
  isnad_rule rule = {NULL, ISNAD_TABLE_TRIGGERS, trigger->row};
  note_add_source(q->s, &(isnad_source_note){.span = {trigger->span.begin, who->span.end},
                                             .named = {who->entity, who->canonical, who->span, rule},
                                             .kind = kind_of(who->kind),
                                             .scope = ISNAD_SCOPE_SENTENCE});
}

/* Another verb of saying right behind the comma says who speaks; the introducer only carries it. */
static bool verb_takes_over(const quote_scan *q, size_t at) {
  for (size_t i = at; i < at + NEAR && i < q->sentence_last; i++) {
    quote_verb verb;
    if (!quote_verb_at(q, i, &verb) || verb.form > FORM_PLURAL) continue;
    if (verb.row->sure == ISNAD_VERBS_SURE_YES || (i == at && quote_has_that(q, &verb))) return true;
    size_t where = 0; /* "according to a report, | X, the minister, wrote that" */
    if (i == at && verb.row->that == ISNAD_VERBS_THAT_YES && quote_find_sign(q, &verb, &where) != SIGN_NOTHING) return true;
  }
  return false;
}

/* "According to X | then ... has ...": the particle of the past with that link. */
static bool is_then_has(const quote_scan *q, size_t at) {
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
  const isnad_phrase *helps = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_HELPS);
  return helps != NULL && form.length == 3 * WORD_LETTER && word_letter_at(form, 0, LETTER_FEH) && helps->cut == WORD_LETTER;
}

/* "According to X | then that ...": "that" with the link that ties a sentence to its opening. */
static bool is_then_that(const quote_scan *q, size_t at) {
  const isnad_phrase *that = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_THAT);
  return that != NULL && quote_cut_is(q, that, LETTER_FEH);
}

/* "Will be": the prefix of the future before the letters of the present. */
static bool is_future(const quote_scan *q, size_t at) {
  if (at >= q->sentence_last || !quote_is_kind(q, at, ISNAD_TOKEN_WORD)) return false;
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
  return (word_begins(form, LETTER_SEEN, LETTER_YEH) || word_begins(form, LETTER_SEEN, LETTER_TEH)) && form.length >= 5 * WORD_LETTER &&
         q->name_at[at - q->unit->first] == 0 && isnad_arabic_proclitics(form) == WORD_LETTER;
}

/* "According to the researcher, | X, then that ...": behind a person in apposition; `first` when there is none. */
static size_t behind_apposition(const quote_scan *q, size_t first, quote_speaker *who) {
  enum { LONGEST = 8 };
  quote_verb verb;
  for (size_t at = first + 1; at < first + LONGEST && at < q->sentence_last; at++) {
    if (quote_verb_at(q, at, &verb)) return first;
    if (!is_then_that(q, at) || !quote_is_comma(q, at - 1)) continue;
    const isnad_name_note *name = speaker_person_at(q, first);
    if (name != NULL && speaker_token_behind(q, first, name->span) + 1 == at) *who = speaker_of_name(q, name, FORM_NOUN);
    return at;
  }
  return first;
}

/* "According to X, | the head of the staff, the plane ...": behind his office in commas. */
static size_t behind_his_office(const quote_scan *q, size_t first, const quote_speaker *who) {
  enum { LONGEST = 12 };
  quote_verb verb;
  const isnad_phrase *title = note_hit_at(q->unit, first, ISNAD_TABLE_TITLES);
  if (who->kind != SPEAKER_PERSON || title == NULL || title->cut > 0 || !quote_is_comma(q, first - 1)) return first;
  for (size_t at = first + 1; at + 2 < q->sentence_last && at < first + LONGEST; at++) {
    if (quote_verb_at(q, at, &verb) || !(quote_is_comma(q, at) || quote_is_words_kind(quote_token(q, at)->kind))) return first;
    if (quote_is_comma(q, at)) return at + 1;
  }
  return first;
}

/* What the sentence says behind its introducer. */
static bool find_rest(const quote_scan *q, size_t end, quote_speaker *who, quote_said *said) {
  if (is_future(q, end)) end--; /* "according to X | will challenge ..." */
  const quote_pair *words = quote_is_kind(q, end, ISNAD_TOKEN_QUOTE) ? quote_pair_at(q, end) : NULL;
  if (words != NULL && quote_pair_words(q, words) >= NEAR && !quote_pair_is_name(q, words)) end--; /* "according to the statement | "..."" */
  while (words == NULL && end < q->sentence_last && !is_future(q, end + 1) && !quote_is_comma(q, end) && !quote_is_colon(q, end) &&
         !is_then_that(q, end) && !is_then_has(q, end))
    end++;
  if (end < q->sentence_last && (is_then_that(q, end) || is_then_has(q, end))) end--;
  size_t first = quote_skip_asides(q, end + 1, q->sentence_last);
  const isnad_phrase *there = quote_word_at(q, first - 1, ISNAD_QUOTE_WORDS_ROLE_ASIDE);
  if (first > end + 2 && there != NULL && there->count == 1 && quote_is_comma(q, first - 2) && !quote_starts(q, first - 1, LETTER_BEH))
    first--;                                                                                   /* "there are" */
  if (first < q->sentence_last && quote_has_word(q, first, ISNAD_QUOTE_WORDS_ROLE_RELATIVE)) { /* "according to the list, which ..., " */
    while (first < q->sentence_last && !quote_is_comma(q, first)) first++;
    first = quote_skip_asides(q, first, q->sentence_last);
  }
  if (first < q->sentence_last) first = behind_apposition(q, first, who);
  if (first < q->sentence_last) first = behind_his_office(q, first, who);
  if (end + 1 >= q->sentence_last || first >= q->sentence_last || verb_takes_over(q, first)) return false;
  *said = (quote_said){.first = first, .cut = is_then_that(q, first) ? WORD_LETTER : 0};
  const quote_pair *pair = quote_is_kind(q, first, ISNAD_TOKEN_QUOTE) ? quote_pair_at(q, first) : NULL;
  said->last = quote_end(q, NULL, first, &said->next);
  if (pair != NULL && (words != NULL || pair->close + 2 >= said->last)) {
    said->pair = pair;
    said->cut = 0;
    said->first = first + 1;
    said->last = pair->close;
  }
  return said->last > said->first;
}

/* "As said" at the head of a sentence is "he said too": a verb as any other. */
static bool also_verb(const quote_scan *q, const isnad_phrase *trigger) {
  quote_verb verb;
  const isnad_phrase *helps = quote_word_at(q, trigger->first, ISNAD_QUOTE_WORDS_ROLE_HELPS),
                     *whole = quote_word_at(q, trigger->first, ISNAD_QUOTE_WORDS_ROLE_BREAKS); /* a longer phrase hides the shorter */
  if (whole == NULL) whole = quote_word_at(q, trigger->first, ISNAD_QUOTE_WORDS_ROLE_LEAVES);
  if (helps == NULL && whole != NULL && whole->count == 2 && trigger->count == 2) return quote_verb_at(q, trigger->first + 1, &verb);
  return helps != NULL && helps->cut == 0 && trigger->count > helps->count && quote_verb_at(q, trigger->first + helps->count, &verb);
}

/* The quoted clause that closes right before a citation, in no record yet; or NULL. */
static const quote_pair *pair_before(const quote_scan *q, size_t at) {
  enum { CLAUSE = 4, INNER = 2 };
  while (at > q->unit->first && (quote_is_comma(q, at - 1) || quote_is_mark(q, at - 1, "."))) at--;
  if (at == q->unit->first || !quote_is_kind(q, at - 1, ISNAD_TOKEN_QUOTE)) return NULL;
  size_t index = quote_pair_from(q, at);
  for (size_t back = 1; back <= INNER && back <= index; back++) {
    const quote_pair *pair = &q->pairs[index - back];
    if (pair->close != at - 1) continue;
    return pair->used || quote_pair_words(q, pair) < CLAUSE || quote_pair_is_name(q, pair) ? NULL : pair;
  }
  return NULL;
}

/* «...», according to X. */
static void add_before(quote_scan *q, const quote_verb *introducer, const quote_speaker *who, bool implicit) {
  const quote_pair *pair = pair_before(q, introducer->first);
  if (pair == NULL || who->kind == SPEAKER_MEDIUM) return;
  quote_said said = {.first = pair->opened_here ? pair->open + 1 : pair->open, .last = pair->close, .pair = pair};
  quote_add(q, introducer, &said, who, implicit);
}

/* «...», in his words: the noun of the citation bears the pronoun. */
static void add_own_words(quote_scan *q, const quote_verb *introducer) {
  isnad_slice form = isnad_token_form(&q->s->page->tokens, introducer->last - 1);
  bool feminine = word_ends_in(form, LETTER_HEH, LETTER_ALEF);
  if (isnad_triggers_rows[introducer->row_index].form != ISNAD_TRIGGERS_FORM_PREPOSITION || !(feminine || word_ends(form, LETTER_HEH))) return;
  quote_verb his = *introducer;
  quote_speaker who = {.name = -1};
  his.feminine = feminine;
  if (speaker_last(q, &his, &who)) add_before(q, introducer, &who, true);
}

/* "As the charge sheet says, the witness lived "in constant fear"": a quoted piece behind a citation in commas, with nobody speaking between. */
static void add_behind(quote_scan *q, const quote_verb *introducer, const quote_speaker *who, size_t end) {
  enum { FAR = 16, PIECE = 3 };
  quote_verb verb;
  if (end >= q->sentence_last || !quote_is_comma(q, end)) return;
  for (size_t at = end + 1; at < q->sentence_last && at < end + FAR; at++) {
    if (quote_verb_at(q, at, &verb) || quote_is_comma(q, at) || quote_is_colon(q, at)) return;
    const quote_pair *pair = quote_is_kind(q, at, ISNAD_TOKEN_QUOTE) ? quote_pair_at(q, at) : NULL;
    if (pair == NULL) continue;
    if (!pair->closed_here || pair->used || quote_pair_words(q, pair) < PIECE || quote_pair_is_name(q, pair)) return;
    quote_said said = {.first = pair->open + 1, .last = pair->close, .pair = pair};
    quote_add(q, introducer, &said, who, false);
    return;
  }
}

/* "According to the media, .... And they added": a medium of known gender may go on, though what it vouches for is no statement. */
static void goes_on(quote_scan *q, const quote_speaker *who) {
  quote_speaker medium = *who;
  size_t at = isnad_tokens_seek(&q->s->page->tokens, who->span.begin);
  medium.agrees = speaker_own_form(q, who);
  if (medium.agrees > FORM_PLURAL && at < q->unit->last && quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_FEMININE)) medium.agrees = FORM_FEMININE;
  if (medium.agrees == FORM_FEMININE) q->topic = medium;
}

/* "According to what X | says", "to what announced | on Thursday | X": behind the verb that a trigger which ends in "what" leaves open, behind its
 * pronoun and the day. */
static size_t behind_verb(const quote_scan *q, const isnad_phrase *trigger) {
  quote_verb verb;
  size_t behind = trigger->first + trigger->count;
  bool open = word_ends_in(isnad_token_form(&q->s->page->tokens, behind - 1), LETTER_MEEM, LETTER_ALEF);
  if (open && quote_verb_at(q, behind, &verb) && verb.form <= FORM_FEMININE && !verb.linked) behind = verb.last;
  if (quote_has_word(q, behind, ISNAD_QUOTE_WORDS_ROLE_FROM)) behind++; /* "announced about it" */
  const isnad_phrase *day = behind < q->unit->last ? note_hit_at(q->unit, behind, ISNAD_TABLE_WEEKDAYS) : NULL;
  return day != NULL && day->cut == 0 && !note_has_hit(q->unit, behind, ISNAD_TABLE_HEADS) ? behind + day->count : behind;
}

/* "According to the statement | "...": the mark that opens a clause ends the phrase of the source. */
static size_t before_speech(const quote_scan *q, size_t first) {
  enum { FAR = 12, CLAUSE = 5 };
  for (size_t at = first; at < q->sentence_last && at < first + FAR; at++) {
    const quote_pair *pair = quote_is_kind(q, at, ISNAD_TOKEN_QUOTE) ? quote_pair_at(q, at) : NULL;
    if (pair != NULL && at > first && quote_pair_words(q, pair) >= CLAUSE && !quote_pair_is_name(q, pair)) return at;
  }
  return q->sentence_last;
}

/* "According to the palace, the president | received them and praised": he whom the rest is about goes on in its sentence, and not who told it. */
static void keep_subject(quote_scan *q, const quote_speaker *about, const quote_said *said) {
  if (about->canonical.length == 0 || about->kind != SPEAKER_PERSON || about->span.begin < quote_token(q, said->first)->span.begin) return;
  q->outer = q->topic;
  q->in_clause = true;
  q->topic = *about;
}

/* "..., as also he pointed out | that": a verb with what it says at once, and nobody between, is no citation. */
static bool says_himself(const quote_scan *q, const isnad_phrase *trigger) {
  quote_verb verb;
  size_t behind = trigger->first + trigger->count;
  if (trigger->count < 2 || !quote_verb_at(q, behind - 1, &verb) || verb.form > FORM_PLURAL || verb.last != behind) return false;
  return quote_is_that(q, behind) || (quote_begins_also(q, verb.row, behind) && quote_is_that(q, behind + 1));
}

size_t quote_read_cited(quote_scan *q, size_t at) {
  const isnad_phrase *trigger = trigger_at(q, at);
  quote_speaker who;
  quote_said said;
  size_t end = 0;
  if (trigger == NULL || cited_is_granted(q->s, q->unit, trigger)) return at;
  bool opens = quote_skip_asides(q, q->sentence_first, at) == at;
  if (opens && also_verb(q, trigger)) return at;
  if (cited_is_heard(q->s, q->unit, trigger)) return trigger->first + trigger->count;
  size_t behind = trigger->first + trigger->count;
  if (says_himself(q, trigger)) return at;
  const isnad_source_note *made = made_by(q, trigger);
  if (made != NULL && made->named.span.begin < trigger->span.begin) return behind;
  if (made != NULL)
    behind = isnad_tokens_seek(&q->s->page->tokens, made->named.span.begin + 1) - 1;
  else if (isnad_triggers_rows[trigger->row].form == ISNAD_TRIGGERS_FORM_PREPOSITION)
    behind = behind_verb(q, trigger);
  quote_verb introducer = {.row_index = trigger->row, .form = FORM_NOUN, .first = at, .last = behind, .span = trigger->span};
  if (made == NULL) add_own_words(q, &introducer);
  if (!speaker_read(q, behind, before_speech(q, behind), SPEAKER_BOUNDED | SPEAKER_GOVERNED, &who, &end) || who.kind == SPEAKER_UNKNOWN)
    return behind;
  bool nobody = who.kind == SPEAKER_MEDIUM && who.entity.length == 0; /* the reader of citations has refused it */
  if (quote_is_that(q, end)) return at;
  bool carried = made != NULL && (made->kind == ISNAD_SOURCE_AGENCY || made->kind == ISNAD_SOURCE_OUTLET);
  if (carried && who.kind == SPEAKER_PERSON && who.span.begin >= made->named.span.end) return end; /* "according to the agency | X visited" */
  add_before(q, &introducer, &who, false);
  if (made == NULL && !nobody) cite(q, trigger, &who);
  bool rest = opens && find_rest(q, end, &who, &said); /* of a medium only its own words in marks are a statement */
  if (rest && (who.kind != SPEAKER_MEDIUM || (said.pair != NULL && quote_pair_ends_sentence(q, said.pair)))) {
    const quote_speaker about = q->topic;
    speaker_remember(q, &who, FORM_NOUN);
    keep_subject(q, &about, &said);
    quote_add(q, &introducer, &said, &who, false);
    if (said.pair == NULL) quote_add_pieces(q, &introducer, &said, &who, false, said.first, said.last);
    return said.pair != NULL ? said.pair->close + 1 : said.last;
  }
  if (who.kind != SPEAKER_MEDIUM && !opens) add_behind(q, &introducer, &who, end);
  bool medium = who.kind == SPEAKER_MEDIUM && (who.entity.length > 0 || opens);
  quote_verb told; /* "according to what the agency said": it goes on as if it had spoken */
  bool relative = isnad_triggers_rows[trigger->row].form == ISNAD_TRIGGERS_FORM_RELATIVE ||
                  (trigger->count > 1 && quote_verb_at(q, trigger->first + trigger->count - 1, &told) && told.form <= FORM_FEMININE);
  const quote_speaker topic = q->topic; /* "the keeper asked the fans for pardon, as the agency said. And he said" */
  if (!q->spoke_here && !cited_in_passing(q, at, end) && !(medium && (opens || !relative)))
    speaker_remember(q, &who, quote_cited_form(q, trigger, who.kind));
  bool own = topic.canonical.length > 0 && topic.agrees == FORM_MASCULINE && quote_cited_form(q, trigger, who.kind) == FORM_FEMININE;
  bool carries = relative && (topic.kind == SPEAKER_BODY || topic.kind == SPEAKER_PERSON) &&
                 topic.span.begin >= quote_token(q, q->sentence_first)->span.begin; /* "the ministry, in a statement | that the agency published" */
  if (medium && !opens && (own || carries)) q->topic = topic;
  if (!q->spoke_here && medium && opens) goes_on(q, &who);
  return end;
}
