/* Whom a verb without a subject of its own means: a conditional logit (maximum entropy over those who may be meant), as quotations are attributed by
 * O'Keefe et al. (2012) and Pareti et al. (2013). The rules' own answer is one of its features: it is left only where another is clearly likelier. */
#include "note/speakers/speaker_likely.h"

#include <math.h>

#define F(name) ISNAD_SPEAKER_WEIGHTS_FEATURE_##name

/* What is asked of the verb once. */
typedef struct asked {
  quote_form wanted; /* masculine, feminine or plural */
  bool participle, adds;
  bool starts;          /* it begins the sentence */
  bool his;             /* "but he" stands right before it */
  size_t relative;      /* the token of "who" right before it, or a word or two before; 0 */
  size_t comma, speech; /* the last of them before it in the sentence; 0 */
  size_t from;          /* the sentence begins here */
  size_t before, above; /* the sentence and the paragraph before begin here; else as the sentence, the paragraph */
} asked;

static quote_form wanted_form(const quote_scan *q, const quote_verb *verb) {
  isnad_slice form = isnad_token_form(&q->s->page->tokens, verb->last - 1);
  bool dual = verb->form <= FORM_PLURAL && verb->last == verb->first + 1 && word_ends(form, LETTER_ALEF) &&
              !word_ends_in(form, LETTER_HEH, LETTER_ALEF) && verb->span.end - verb->span.begin > 4 * WORD_LETTER;
  if (verb->form == FORM_MASCULINE && (dual || word_ends_in(form, LETTER_WAW, LETTER_ALEF))) return FORM_PLURAL;
  if (verb->form <= FORM_PLURAL) return verb->form;
  if (verb->form == FORM_PARTICIPLE && word_ends_in(form, LETTER_YEH, LETTER_NOON)) return FORM_PLURAL;
  return verb->feminine ? FORM_FEMININE : FORM_MASCULINE;
}

/* "X, | who had | said": the relative that opens the clause of the verb. */
static size_t relative_of(const quote_scan *q, const quote_verb *verb) {
  enum { NEAR = 3 };
  if (verb->form > FORM_PLURAL) return 0;
  for (size_t at = verb->first; at > q->sentence_first && at + NEAR > verb->first && quote_is_kind(q, at - 1, ISNAD_TOKEN_WORD); at--)
    if (quote_has_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_RELATIVE)) return at - 1;
  return 0;
}

static asked ask(const quote_scan *q, const quote_verb *verb) {
  enum { FAR = 128 };
  asked a = {.wanted = wanted_form(q, verb), .participle = verb->form == FORM_PARTICIPLE, .from = q->sentence_first, .before = q->sentence_first};
  a.adds = quote_has_word(q, verb->first, ISNAD_QUOTE_WORDS_ROLE_ADDS);
  a.starts = verb->first <= speaker_skip_links(q, quote_skip_asides(q, q->sentence_first, verb->first), verb->first);
  a.relative = relative_of(q, verb);
  for (size_t at = verb->first > q->sentence_first + FAR ? verb->first - FAR : q->sentence_first; at < verb->first; at++) {
    quote_verb other;
    if (quote_is_comma(q, at)) a.comma = at;
    if (quote_verb_at(q, at, &other)) a.speech = at;
  }
  a.his = verb->first > q->sentence_first && verb->form <= FORM_FEMININE && speaker_has_turn_before(q, verb->first);
  if (q->sentence_index > 0) a.before = isnad_tokens_seek(&q->s->page->tokens, q->sentences[q->sentence_index - 1].begin);
  if (a.before < q->unit->first || a.before > a.from) a.before = a.from;
  a.above = q->unit > q->s->units && !q->unit[-1].headline ? q->unit[-1].first : q->unit->first;
  return a;
}

/* The ways in which he came to be one of them. */
static void read_ways(const quote_scan *q, const asked *a, speaker_meant *m) {
  float *x = m->x;
  x[F(LAST)] = (m->as & MEANT_LAST) != 0;
  x[F(STARTS_LAST)] = x[F(LAST)] != 0 && a->starts;
  x[F(LAST_NEAR)] =
      x[F(LAST)] != 0 && q->s->quote_count > 0 && q->s->quotes[q->s->quote_count - 1].span.end > q->s->page->tokens.items[a->before].span.begin;
  x[F(LAST_PARTICIPLE)] = x[F(LAST)] != 0 && a->participle;
  x[F(LAST_ADDS)] = x[F(LAST)] != 0 && a->adds;
  x[F(SPOKE)] = logf(1 + (float)m->spoke);
  x[F(TOPIC)] = (m->as & MEANT_TOPIC) != 0;
  x[F(ADDS_NEW)] = a->adds && m->spoke == 0;
  x[F(STARTS_TOPIC)] = x[F(TOPIC)] != 0 && a->starts;
  x[F(TOPIC_HERE)] = x[F(TOPIC)] != 0 && q->topic.span.begin >= quote_token(q, a->from)->span.begin;
  x[F(HEADLINED)] = (m->as & MEANT_HEADLINED) != 0;
  x[F(MENTIONS)] = logf(1 + (float)m->mentions);
}

/* Of one letter of the present or the past: the verb's gender, as far as it shows. */
static bool is_verb_of(const quote_scan *q, size_t at, quote_form wanted) {
  isnad_slice form = speaker_form(q, at);
  size_t link = word_letter_at(form, 0, LETTER_WAW) || word_letter_at(form, 0, LETTER_FEH) ? WORD_LETTER : 0;
  bool hers = word_ends(form, LETTER_TEH) || word_letter_at(form, link, LETTER_TEH);
  return wanted == FORM_PLURAL || hers == (wanted == FORM_FEMININE);
}

/* "Of X" by a proclitic, "and X" not. */
static bool is_governed(const quote_scan *q, const speaker_meant *m) {
  const isnad_token *token = quote_token(q, m->from);
  const isnad_name_note *name = m->who.name >= 0 ? &q->s->names[m->who.name] : NULL;
  bool inside = name != NULL && name->span.begin > token->span.begin && name->span.begin < token->span.end;
  return (inside && !word_letter_at(speaker_form(q, m->from), 0, LETTER_WAW)) || quote_starts(q, m->from, LETTER_LAM) ||
         quote_starts(q, m->from, LETTER_BEH);
}

/* What his phrase stands behind; the feature, or FEATURE_COUNT where nothing is told by it. */
static size_t behind_what(const quote_scan *q, const asked *a, size_t at) {
  quote_verb other;
  if (at <= speaker_skip_links(q, a->from, at) || at == a->before) return F(INITIAL);
  if (!quote_is_kind(q, at - 1, ISNAD_TOKEN_WORD)) return F(BEHIND_MARK);
  if (speaker_is_preposition(q, at - 1) || quote_has_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION)) return F(BEHIND_PREPOSITION);
  if (quote_has_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_THAT) || quote_has_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_TURNS) ||
      quote_has_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_HELPS))
    return F(BEHIND_THAT);
  if (quote_verb_at(q, at - 1, &other)) return F(BEHIND_SPEECH);
  return speaker_may_be_verb(q, at - 1) ? F(BEHIND_VERB) : F(COUNT);
}

static void read_before(const quote_scan *q, const asked *a, speaker_meant *m) {
  float *x = m->x;
  size_t what = is_governed(q, m) ? F(BEHIND_PREPOSITION) : behind_what(q, a, m->from);
  if (what < F(COUNT)) x[what] = 1;
  x[F(BEHIND_OTHER)] = (what == F(BEHIND_SPEECH) || what == F(BEHIND_VERB)) && !is_verb_of(q, m->from - 1, a->wanted);
  bool subject = (what == F(INITIAL) || what == F(BEHIND_VERB)) && x[F(BEHIND_OTHER)] == 0;
  x[F(SUBJECT_PARTICIPLE)] = a->participle && subject && m->from >= a->from;
  x[F(UNKNOWN_INITIAL)] = what == F(INITIAL) && m->who.kind == SPEAKER_UNKNOWN;
}

/* What stands between him and the verb, in one sentence. */
static void read_between(const quote_scan *q, const asked *a, const quote_verb *verb, speaker_meant *m) {
  float *x = m->x;
  x[F(HERE_PARTICIPLE)] = a->participle;
  x[F(COMMAS)] = a->comma >= m->to;
  x[F(SPEECH_BETWEEN)] = a->speech >= m->to;
  x[F(ADJOINS)] = speaker_skip_links(q, m->to, verb->first) >= verb->first;
  size_t behind = m->to;
  while (behind < a->relative && !quote_is_kind(q, behind, ISNAD_TOKEN_WORD)) behind++;
  x[F(RELATIVE_AWAY)] = a->relative > 0 && behind != a->relative;
}

static bool is_told(const quote_scan *q, const speaker_meant *m) {
  enum { LATEST = 8 };
  uint32_t at = q->s->page->tokens.items[m->from].span.begin;
  for (size_t i = q->s->quote_count; i > 0 && i + LATEST > q->s->quote_count; i--)
    if (q->s->quotes[i - 1].span.begin <= at && at < q->s->quotes[i - 1].span.end) return true;
  return false;
}

static void read_place(const quote_scan *q, const asked *a, const quote_verb *verb, speaker_meant *m) {
  float *x = m->x;
  bool none = m->to == 0, here = x[F(HERE)] != 0, before = !none && !here && m->from >= a->before;
  x[F(BEFORE)] = before;
  x[F(FAR)] = none || m->from < a->above;
  if (here || before) {
    read_before(q, a, m);
    x[F(TOLD)] = is_told(q, m);
  }
  if (here && m->to <= verb->first) read_between(q, a, verb, m);
}

/* Masculine, feminine or plural, as far as he or his own verb tells. */
static quote_form form_of(const quote_scan *q, const speaker_meant *m) {
  quote_form own = speaker_own_form(q, &m->who);
  bool spoke = (m->as & (MEANT_LAST | MEANT_EARLIER | MEANT_TOPIC)) != 0 && m->who.kind != SPEAKER_PERSON;
  return own > FORM_PLURAL || (spoke && m->who.agrees <= FORM_PLURAL) ? m->who.agrees : own;
}

static void read_kind(const quote_scan *q, const asked *a, speaker_meant *m) {
  float *x = m->x;
  speaker_kind kind = m->who.kind;
  bool person = kind == SPEAKER_PERSON, group = speaker_is_group(q, &m->who);
  quote_form own = form_of(q, m);
  x[F(PERSON)] = person;
  x[F(PLACE)] = kind == SPEAKER_PLACE;
  x[F(MEDIUM)] = kind == SPEAKER_MEDIUM;
  x[F(DOCUMENT)] = kind == SPEAKER_DOCUMENT;
  x[F(ANONYMOUS)] = kind == SPEAKER_ANONYMOUS;
  x[F(WORDS)] = m->who.name < 0 && m->who.entity.length == 0;
  x[F(WORDS_DEFINITE)] = x[F(WORDS)] != 0 && m->who.definite;
  if (a->wanted == FORM_PLURAL) {
    x[F(SEVERAL_SAME)] = group || own == FORM_PLURAL;
    m->barred = !group && person && m->who.name >= 0;
  } else {
    x[person ? F(PERSON_SAME) : F(THING_SAME)] = own == a->wanted;
    m->barred = (own <= FORM_PLURAL && own != a->wanted) || (group && own > FORM_PLURAL);
  }
}

static bool holds(isnad_slice all, isnad_slice part) {
  for (size_t i = 0; i + part.length <= all.length; i++)
    if (memcmp(all.bytes + i, part.bytes, part.length) == 0) return true;
  return false;
}

/* "The union", of "the ministers of the union"; the capital of a country: told by a part of the words of the rules' answer he is no other. */
static bool is_part_of(const quote_speaker *who, const quote_speaker *rule) {
  if (rule->canonical.length == 0) return false;
  bool places = rule->kind == SPEAKER_PLACE && who->kind == SPEAKER_PLACE && rule->entity.length > 1 && who->entity.length > 1;
  if (places && memcmp(rule->entity.bytes, who->entity.bytes, 2) == 0) return true; /* the letters of the state */
  return holds(rule->canonical, who->canonical) || (who->entity.length == 0 && holds(who->canonical, rule->canonical));
}

/* "The lawyer of | X": a name inside the phrase of another. */
static bool is_within_another(const speaker_case *c, const speaker_meant *in) {
  if ((in->as & MEANT_NAMED) == 0 || in->to == 0) return false;
  for (size_t i = 0; i < c->count; i++) {
    const speaker_meant *out = &c->items[i];
    if (out != in && (out->as & MEANT_TOLD) != 0 && out->from <= in->from && in->to <= out->to && out->to > out->from + 1) return true;
  }
  return false;
}

/* Who of all stands first and last in the sentence. */
static void read_order(speaker_case *c) {
  speaker_meant *first = NULL, *last = NULL;
  for (size_t i = 0; i < c->count; i++) {
    speaker_meant *m = &c->items[i];
    if (m->x[F(HERE)] == 0) continue;
    if (first == NULL || m->from < first->from) first = m;
    if (last == NULL || m->to > last->to) last = m;
  }
  if (first == NULL) return;
  first->x[F(OPENS)] = 1;
  last->x[F(NEAREST)] = 1;
}

static void read_case(const quote_scan *q, const quote_verb *verb, speaker_case *c) {
  const asked a = ask(q, verb);
  const quote_speaker *rule = &c->items[0].who;
  for (size_t i = 0; i < c->count; i++) {
    speaker_meant *m = &c->items[i];
    m->x[F(RULE)] = i == 0;
    m->x[F(NOBODY)] = m->who.canonical.length == 0; /* the rules found nobody */
    if (m->who.canonical.length == 0) continue;
    m->x[F(HERE)] = m->to > 0 && m->from >= a.from;
    read_kind(q, &a, m);
    m->barred = i > 0 && (m->barred || (a.his && c->items[0].x[F(HERE)] != 0) || is_part_of(&m->who, rule));
    if (m->barred) continue;
    read_ways(q, &a, m);
    read_place(q, &a, verb, m);
    m->x[F(WITHIN)] = is_within_another(c, m);
  }
  read_order(c);
}

static double weigh(const speaker_meant *m) {
  double sum = 0;
  for (size_t i = 0; i < isnad_speaker_weights_count; i++)
    sum += isnad_speaker_weights_rows[i].weight * (double)m->x[isnad_speaker_weights_rows[i].feature];
  return sum;
}

/* He who spoke last, before a verb that begins a sentence or a participle near behind his words: of 530 such answers of the rules three could have
 * been mended, so that nobody else is asked for. */
static bool is_sure(const quote_scan *q, const quote_verb *verb, const quote_speaker *rule) {
  if (rule->surely) return true;
  bool last = rule->canonical.length > 0 && isnad_slice_equal(rule->canonical, q->last.canonical) && isnad_slice_equal(rule->entity, q->last.entity);
  if (!last) return false;
  if (verb->form == FORM_PARTICIPLE && q->spoke_here) return true;
  return verb->first <= speaker_skip_links(q, quote_skip_asides(q, q->sentence_first, verb->first), verb->first);
}

bool speaker_weigh(quote_scan *q, const quote_verb *verb, quote_speaker *speaker) {
  speaker_case c; /* as many are filled as it counts */
  if (is_sure(q, verb, speaker)) return speaker->canonical.length > 0;
  speaker_find_meant(q, verb, speaker, &c);
  if (c.count == 1 && q->s->watch == NULL) return speaker->canonical.length > 0; /* nobody else may be meant */
  read_case(q, verb, &c);
  if (q->s->watch != NULL) q->s->watch(q->s->watcher, verb->span, &c);
  const speaker_meant *best = &c.items[0];
  double most = weigh(best);
  for (size_t i = 1; i < c.count; i++) {
    double sum = c.items[i].barred ? most : weigh(&c.items[i]);
    if (sum <= most) continue;
    best = &c.items[i];
    most = sum;
  }
  if (best != &c.items[0]) {
    *speaker = best->who;
    speaker->agrees = wanted_form(q, verb);
  }
  return speaker->canonical.length > 0;
}
