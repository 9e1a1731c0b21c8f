/* Quotes of an article: paragraph by paragraph, sentence by sentence, the speaker carried on from one to the next. */
#include "note/quote.h"

enum { SPEECH = 6 }; /* words in quotation marks that open a paragraph and need no verb to be speech */

static bool is_negated(const quote_scan *q, size_t at) {
  enum { LONGEST = 3 };
  for (size_t back = 1; back <= LONGEST && at >= q->unit->first + back; back++) {
    const isnad_phrase *no = quote_word_at(q, at - back, ISNAD_QUOTE_WORDS_ROLE_NEGATES);
    if (no != NULL && no->first + no->count == at) return true;
  }
  return false;
}

/* A word that is also another kind of word is a verb where a clause begins; elsewhere it needs "that" right behind it. */
static bool stands_as_verb(const quote_scan *q, const quote_verb *verb, bool begun) {
  if (begun || verb->row->sure == ISNAD_VERBS_SURE_YES || verb->form >= FORM_PASSIVE || verb->linked || verb->first == q->sentence_first) return true;
  if (!quote_is_kind(q, verb->first - 1, ISNAD_TOKEN_WORD)) return true;
  if (quote_word_at(q, verb->first - 1, ISNAD_QUOTE_WORDS_ROLE_HELPS) != NULL ||
      quote_word_at(q, verb->first - 1, ISNAD_QUOTE_WORDS_ROLE_RELATIVE) != NULL)
    return true;
  return quote_word_at(q, verb->last, ISNAD_QUOTE_WORDS_ROLE_THAT) != NULL;
}

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
    relayed.agrees = FORM_NOUN;
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
  bool body = subject.kind == SPEAKER_BODY && subject.name >= 0; /* "the ministry issued a statement, and described" */
  if (subject.kind != SPEAKER_PERSON && !body) return;
  subject.agrees = verb->form;
  q->topic = subject;
}

/* To welcome or thank a guest is an act, to welcome a decision a statement. */
static bool greets(const quote_scan *q, const quote_verb *verb, const quote_said *said) {
  if (verb->row->force != ISNAD_VERBS_FORCE_WELCOMES || said->pair != NULL) return false;
  int32_t name = q->name_at[said->first - q->unit->first];
  if (name > 0 && q->s->names[name - 1].type == ISNAD_NAME_PERSON) return true;
  return note_hit_at(q->unit, said->first, ISNAD_TABLE_TITLES) != NULL;
}

/* "It is believed", "it was alleged": written like "he believes", but inside a clause and without a subject it is nobody's. */
static bool is_impersonal(const quote_scan *q, const quote_verb *verb) {
  if (verb->form <= FORM_PLURAL && verb->row->force == ISNAD_VERBS_FORCE_SETS) return true;
  if (verb->form != FORM_MASCULINE || verb->linked || verb->first == q->sentence_first) return false;
  switch (verb->row->force) {
  case ISNAD_VERBS_FORCE_BELIEVES:
  case ISNAD_VERBS_FORCE_CLAIMS:
  case ISNAD_VERBS_FORCE_PROPOSES:
  case ISNAD_VERBS_FORCE_ESTIMATES:
    return true;
  default:
    return false;
  }
}

/* Without a speaker only "that" and quoted words show that something was said. */
static bool says_little(const quote_verb *verb, const quote_said *said) {
  return said->pair == NULL && (verb->form == FORM_PARTICIPLE || (said->has_object && verb->row->also != ISNAD_VERBS_ALSO_NONE));
}

/* A bare complement behind a subject of which nothing is known: a verb that is also another word is none then, and a noun without the article is no
 * speaker ("they passed a reform"). */
static bool is_doubtful(const quote_scan *q, const quote_verb *verb, const quote_said *said, const quote_speaker *speaker) {
  isnad_verbs_also also = verb->row->also;
  if (!said->bare || speaker->kind != SPEAKER_UNKNOWN || verb->form > FORM_PLURAL) return false;
  if (!speaker->definite || verb->row->force == ISNAD_VERBS_FORCE_SETS) return true;
  if (verb->row->sure == ISNAD_VERBS_SURE_YES) return false;
  bool noun = also == ISNAD_VERBS_ALSO_OBJECT || also == ISNAD_VERBS_ALSO_BI_OBJECT;
  return noun && quote_word_at(q, said->first, ISNAD_QUOTE_WORDS_ROLE_OBJECT) == NULL;
}

/* A finite verb in mid-clause, neither linked nor behind an auxiliary, a relative or an adverb, has its subject in its own clause: "demonstrations |
 * demanded". Nobody who spoke before goes on with it. */
static bool may_go_on(const quote_scan *q, const quote_verb *verb) {
  if (verb->form > FORM_PLURAL || verb->linked || verb->first == q->sentence_first || !quote_is_kind(q, verb->first - 1, ISNAD_TOKEN_WORD))
    return true;
  size_t before = verb->first - 1;
  static const isnad_quote_words_role opens[] = {ISNAD_QUOTE_WORDS_ROLE_HELPS, ISNAD_QUOTE_WORDS_ROLE_ASIDE,   ISNAD_QUOTE_WORDS_ROLE_THAT,
                                                 ISNAD_QUOTE_WORDS_ROLE_JOINS, ISNAD_QUOTE_WORDS_ROLE_LEAVES,  ISNAD_QUOTE_WORDS_ROLE_BREAKS,
                                                 ISNAD_QUOTE_WORDS_ROLE_VENUE, ISNAD_QUOTE_WORDS_ROLE_RELATIVE};
  for (size_t back = 0; back < 3 && before >= q->sentence_first + back; back++)
    for (size_t i = 0; i < sizeof opens / sizeof opens[0]; i++) {
      const isnad_phrase *word = quote_word_at(q, before - back, opens[i]);
      if (word != NULL && word->first + word->count == verb->first) return true;
    }
  return note_has_hit(q->unit, before, ISNAD_TABLE_MONTHS) || note_has_hit(q->unit, before, ISNAD_TABLE_WEEKDAYS);
}

/* What nobody in particular believes or wishes is no statement. */
static bool is_thought(const quote_verb *verb) {
  return verb->row->force == ISNAD_VERBS_FORCE_BELIEVES || verb->row->force == ISNAD_VERBS_FORCE_WISHES ||
         verb->row->force == ISNAD_VERBS_FORCE_EXPRESSES;
}

/* A statement inside a statement ("the ministry said that the mayor had said that ..."): with a speaker of its own, and "that" or quoted words. */
static bool find_inner(quote_scan *q, size_t at, size_t limit, quote_verb *verb, quote_said *said, quote_speaker *speaker) {
  bool implicit = false;
  if (!quote_verb_at(q, at, verb) || verb->form > FORM_PLURAL || verb->row->sure != ISNAD_VERBS_SURE_YES || is_negated(q, verb->first)) return false;
  bool begun = speaker_before(q, verb, speaker);
  if (!quote_find_said(q, verb, begun, said) || said->bare || said->first >= limit) return false;
  if (!speaker_of(q, verb, said, speaker, &implicit) || implicit || speaker->kind == SPEAKER_UNKNOWN) return false;
  if (said->last > limit) said->last = limit;
  return true;
}

/* The statement, the statements inside it, and the quoted pieces of each. */
static void add_statement(quote_scan *q, const quote_verb *verb, const quote_said *said, const quote_speaker *speaker, bool implicit,
                          unsigned depth) {
  enum { DEEPEST = 3, MOST_INNER = 32 }; /* verbs tried: each may be read to the end of the sentence */
  unsigned tried = 0;
  quote_add(q, verb, said, speaker, implicit);
  if (said->pair != NULL) return;
  size_t from = said->first;
  for (size_t at = said->first + 1; depth < DEEPEST && tried < MOST_INNER && at < said->last && !q->s->failed; at++) {
    tried += note_has_hit(q->unit, at, ISNAD_TABLE_VERBS);
    quote_verb inner_verb;
    quote_said inner;
    quote_speaker inner_speaker = {.name = -1};
    if (!find_inner(q, at, said->last, &inner_verb, &inner, &inner_speaker)) continue;
    quote_add_pieces(q, verb, said, speaker, implicit, from, inner_verb.first);
    add_statement(q, &inner_verb, &inner, &inner_speaker, false, depth + 1);
    from = inner.pair != NULL ? inner.pair->close + 1 : inner.last;
    at = from > at ? from - 1 : at;
  }
  quote_add_pieces(q, verb, said, speaker, implicit, from, said->last);
}

/* "That they | recognise": right behind a bare "that" the present is what should be, not what is said. */
static bool is_wished(const quote_scan *q, const quote_verb *verb) {
  if (verb->first == q->unit->first || verb->linked || verb->form > FORM_PLURAL) return false;
  const isnad_phrase *that = quote_word_at(q, verb->first - 1, ISNAD_QUOTE_WORDS_ROLE_THAT);
  isnad_slice form = isnad_token_form(&q->s->page->tokens, verb->first);
  bool present = word_letter_at(form, 0, LETTER_YEH) || word_letter_at(form, 0, LETTER_TEH);
  return that != NULL && present && word_ends(isnad_token_form(&q->s->page->tokens, verb->first - 1), LETTER_NOON);
}

/* Reads the statement of the verb; returns the token from which to go on. */
static size_t read_verb(quote_scan *q, const quote_verb *verb) {
  quote_said said;
  quote_speaker speaker = {.name = -1};
  bool implicit = false;
  bool begun = speaker_before(q, verb, &speaker);
  if (is_negated(q, verb->first) || is_wished(q, verb) || !stands_as_verb(q, verb, begun && speaker.kind != SPEAKER_UNKNOWN)) return verb->last;
  if (!quote_find_said(q, verb, begun, &said) || greets(q, verb, &said)) {
    if (begun && (speaker.kind == SPEAKER_PERSON || speaker.kind == SPEAKER_BODY)) {
      speaker.agrees = verb->form;
      q->topic = speaker;
    } else {
      note_subject(q, verb);
    }
    return verb->last;
  }
  bool known = speaker_of(q, verb, &said, &speaker, &implicit);
  if (implicit && (speaker_is_passive(q, verb, &said) || !may_go_on(q, verb) || (!known && is_thought(verb)))) return verb->last;
  if (known && !implicit && is_doubtful(q, verb, &said, &speaker)) return verb->last;
  if ((implicit && is_impersonal(q, verb)) || (!known && says_little(verb, &said))) return verb->last;
  if (known && (!implicit || speaker.agrees > FORM_PLURAL || q->topic.canonical.length > 0))
    speaker_remember(q, &speaker, verb->form <= FORM_PLURAL ? verb->form : speaker.agrees);
  add_statement(q, verb, &said, &speaker, implicit, 0);
  while (said.pair == NULL && said.next > 0) {
    quote_next_said(q, verb, &said);
    add_statement(q, verb, &said, &speaker, implicit, 0);
  }
  size_t to = said.pair != NULL ? said.pair->close + 1 : said.last;
  return to > verb->last ? to : verb->last;
}

/* The verb that follows quoted words: «...», he said. */
static bool verb_behind(const quote_scan *q, size_t at, quote_verb *verb) {
  while (at < q->unit->last && (quote_is_comma(q, at) || quote_is_mark(q, at, "."))) at++;
  return at < q->unit->last && quote_verb_at(q, at, verb) && verb->form <= FORM_PLURAL && !verb->linked;
}

static size_t phrase_limit(const quote_scan *q, size_t at) {
  while (at < q->unit->last && !quote_is_comma(q, at) && !quote_is_mark(q, at, ".")) at++;
  return at;
}

/* Nothing but marks follows: the quoted words are the whole paragraph. */
static bool stands_alone(const quote_scan *q, const quote_pair *pair) {
  for (size_t at = pair->close; at < q->unit->last; at++)
    if (quote_is_kind(q, at, ISNAD_TOKEN_WORD)) return false;
  return true;
}

/* Speech that opens a paragraph: its verb stands behind it, or he who spoke last goes on. */
static size_t read_opening_quote(quote_scan *q, const quote_pair *pair) {
  quote_verb verb = {.form = FORM_NOUN};
  quote_speaker speaker = {.name = -1};
  quote_said said = {.first = pair->opened_here ? pair->open + 1 : pair->open, .last = pair->close, .pair = pair};
  bool implicit = true, has_verb = verb_behind(q, pair->close + 1, &verb);
  if (!has_verb && (!q->spoke || !stands_alone(q, pair))) return pair->close;
  if (has_verb) {
    said.subject_last = phrase_limit(q, verb.last);
    if (speaker_of(q, &verb, &said, &speaker, &implicit) && !implicit) speaker_remember(q, &speaker, verb.form);
  } else {
    speaker = q->last;
  }
  quote_add(q, has_verb ? &verb : NULL, &said, &speaker, implicit);
  return has_verb ? verb.last : pair->close;
}

/* Speech that began in the paragraph before goes on to its closing mark. Returns the token behind it. */
static size_t read_continued(quote_scan *q) {
  size_t first = q->sentence_first;
  if (first != q->unit->first || q->pair_count == 0 || q->pairs[0].opened_here || q->pairs[0].used) return first;
  return read_opening_quote(q, &q->pairs[0]) + 1;
}

void quote_read_sentence(quote_scan *q) {
  q->spoke_here = false;
  speaker_note_topic(q);
  for (size_t at = read_continued(q); at < q->sentence_last && !q->s->failed;) {
    quote_verb verb;
    size_t cited_to = quote_read_cited(q, at);
    if (cited_to > at) {
      at = cited_to;
      continue;
    }
    if (quote_is_kind(q, at, ISNAD_TOKEN_QUOTE)) {
      const quote_pair *pair = quote_pair_at(q, at);
      if (pair != NULL && at == q->unit->first && quote_pair_words(q, pair) >= SPEECH && !pair->used)
        at = read_opening_quote(q, pair);
      else if (pair != NULL && pair->closed_here)
        at = pair->close;
      at++;
    } else if (quote_verb_at(q, at, &verb)) {
      at = read_verb(q, &verb);
    } else {
      at++;
    }
    if (at > q->taken_to) q->taken_to = at;
  }
}

/* Words inside a person's name are no verbs. */
static void cover(quote_scan *q, size_t at, const isnad_name_note *name) {
  if (name->type != ISNAD_NAME_PERSON || name->form != ISNAD_FORM_NAME) return;
  for (; at < q->unit->last && quote_token(q, at)->span.begin < name->span.end; at++) q->in_name[at - q->unit->first] = true;
}

static void index_notes(quote_scan *q, size_t *name, size_t *source) {
  const isnad_tokens *tokens = &q->s->page->tokens;
  uint32_t end = tokens->items[q->unit->last - 1].span.end;
  for (; *name < q->s->name_count && q->s->names[*name].span.begin < end; ++*name) {
    const isnad_name_note *note = &q->s->names[*name];
    size_t at = isnad_tokens_seek(tokens, note->span.begin + 1);
    if (at == 0 || at - 1 < q->unit->first) continue;
    cover(q, at - 1, note);
    int32_t *slot = &q->name_at[at - 1 - q->unit->first];
    if (*slot == 0 || q->s->names[*slot - 1].span.end < note->span.end) *slot = (int32_t)*name + 1;
  }
  for (; *source < q->s->source_count && q->s->sources[*source].span.begin < end; ++*source) {
    size_t at = isnad_tokens_seek(tokens, q->s->sources[*source].named.span.begin + 1);
    if (at == 0 || at - 1 < q->unit->first || at > q->unit->last) continue;
    q->source_at[at - 1 - q->unit->first] = (int32_t)*source + 1;
  }
}

static bool make_room(quote_scan *q) {
  size_t tokens = q->unit->last - q->unit->first, marks = 0;
  for (size_t at = q->unit->first; at < q->unit->last; at++) marks += quote_token(q, at)->kind == ISNAD_TOKEN_QUOTE;
  q->name_at = isnad_arena_array(q->s->arena, tokens, sizeof *q->name_at);
  q->source_at = isnad_arena_array(q->s->arena, tokens, sizeof *q->source_at);
  q->pairs = isnad_arena_array(q->s->arena, marks + 1, sizeof *q->pairs);
  q->in_name = isnad_arena_array(q->s->arena, tokens, sizeof *q->in_name);
  q->pair_count = 0;
  q->s->failed = q->name_at == NULL || q->source_at == NULL || q->in_name == NULL || q->pairs == NULL;
  return !q->s->failed;
}

static void read_sentences(quote_scan *q) {
  const isnad_span *spans = NULL;
  const isnad_tokens *tokens = &q->s->page->tokens;
  size_t count = 0;
  q->s->failed = isnad_arabic_sentences(&spans, &count, q->s->arena, tokens, q->unit->first, q->unit->last, NULL) != ISNAD_OK;
  for (size_t i = 0; i < count && !q->s->failed; i++) {
    size_t first = isnad_tokens_seek(tokens, spans[i].begin), last = isnad_tokens_seek(tokens, spans[i].end);
    q->sentence_first = first > q->taken_to ? first : q->taken_to;
    q->sentence_last = last;
    if (q->sentence_first < last) quote_read_sentence(q);
  }
}

static void read_unit(quote_scan *q, size_t *name, size_t *source) {
  if (!make_room(q)) return;
  index_notes(q, name, source);
  quote_pair_marks(q);
  if (q->unit->headline) speaker_note_headline(q);
  q->taken_to = q->unit->first;
  if (!quote_read_colon(q)) read_sentences(q);
}

void note_quotes(note_scan *s) {
  quote_scan q = {.s = s, .last = {.name = -1}, .topic = {.name = -1}, .headlined = {.name = -1}};
  size_t name = 0, source = 0;
  source_settle(s);
  for (size_t i = 0; i < s->unit_count && !s->failed; i++) {
    q.unit = &s->units[i];
    size_t before = s->quote_count;
    read_unit(&q, &name, &source);
    q.spoke = s->quote_count > before;
  }
  if (!s->failed) source_sort(s);
  if (!s->failed) source_scopes(s);
  if (!s->failed) quote_claim_figures(s);
}
