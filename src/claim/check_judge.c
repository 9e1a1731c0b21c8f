/* How far the claims of a story, and the sentences of its reports, meet a sentence: what is said to agree must say all of it. */
#include "claim/check.h"
#include "claim/told_clash.h"
#include "claim/values.h"
#include "tables.h"

#include <string.h>

enum { MOST_MENTIONS = 4, LOWEST_RANK = 4, MOST_PASSAGES = 3, FEW_WORDS = 4, LEAST_WORDS = 2 };

/* How much of the words: a number must share to be of the matter, another number to be of the same event; a statement must say to agree, and to be
 * near; a sentence of a report must say to agree, and to be told at all. Chosen by asking. */
static const double same_matter = 0.5, same_event = 0.55, told_inside = 0.4, says_all = 0.75, says_most = 0.65, says_part = 0.5, tells_all = 0.8,
                    tells_part = 0.6, one_name = 0.5;

static bool is(isnad_slice word, const char *text) { return isnad_slice_equal(word, isnad_slice_of(text)); }

static check_range whole(const check_looking *l) { return (check_range){0, l->ask.tokens->count, SIZE_MAX}; }

static bool all_named(const check_reading *r) { return r->missing.length == 0; }

/* Two names of three: who denies something seldom repeats all of it. */
static bool mostly_named(const check_reading *r) { return r->met * 3 >= r->names * 2; }

/* --- figures --- */

/* "Dozens" is no answer to how many. */
static bool is_vague(const isnad_claim *c) {
  for (size_t v = 0; v < c->count; v++)
    if (c->versions[v].min == c->versions[v].max || !is(c->versions[v].qualifier, "approx")) return false;
  return true;
}

/* A part is asked for as a part, a sum as a sum; the very number answers however it stands to others. */
static bool same_scope(const claim_figure *asked, const isnad_claim *c, bool equal) {
  bool loose = c->scope.length == 0 || is(c->scope, "other");
  return loose || equal || isnad_slice_equal(asked->scope, c->scope);
}

static bool answers(const claim_figure *asked, const isnad_claim *c, bool equal) {
  if (c->kind != ISNAD_CLAIM_FIGURE || !isnad_slice_equal(c->measure, asked->measure) || is_vague(c) || !same_scope(asked, c, equal)) return false;
  if (asked->toll) return isnad_slice_equal(c->state, asked->state);
  bool thing = isnad_slice_equal(c->thing, asked->thing) || (equal && (c->thing.length == 0 || asked->thing.length == 0));
  return thing && (asked->state.length == 0 || c->state.length == 0 || isnad_slice_equal(c->state, asked->state));
}

/* The words of the first other figure of the sentence that the scene does not tell. */
static isnad_slice untold_figure(const check_looking *l, const check_scene *scene, size_t own, check_range asked) {
  const isnad_article *a = &l->ask.article;
  for (size_t i = 0; i < a->figure_count; i++) {
    const isnad_figure_note *f = &a->figures[i];
    size_t at = isnad_tokens_seek(l->ask.tokens, f->number.begin);
    bool vague = f->qualifier == ISNAD_APPROX && f->min != f->max;
    if (i == own || vague || f->kind == ISNAD_FIGURE_ORDINAL || at < asked.first || at >= asked.last) continue;
    claim_figure figure = check_asked_figure(f, &l->ask.prepared.figures[i]);
    if (!check_tells_number(scene, &figure, l->ask.prepared.figures[i].factor)) return isnad_slice_at(l->ask.page.text, f->span);
  }
  return (isnad_slice){NULL, 0};
}

static bool better(const check_reading *a, const check_reading *b) {
  if ((a->point == ISNAD_POINT_NONE) != (b->point == ISNAD_POINT_NONE)) return a->point == ISNAD_POINT_NONE;
  return a->fit > b->fit;
}

typedef struct best_reading {
  check_reading reading;
  check_scene scene;
  bool any;
} best_reading;

/* The mention of a version that tells most of the sentence. */
static isnad_status read_version(best_reading *out, check_looking *l, const isnad_claim_version *v) {
  isnad_status status = ISNAD_OK;
  for (size_t m = 0; status == ISNAD_OK && m < v->count && m < MOST_MENTIONS; m++) {
    check_page *page = NULL;
    check_reading reading;
    status = check_page_of(&page, l, v->mentions[m].article);
    if (status != ISNAD_OK) return status;
    check_scene scene = check_scene_of(page, v->mentions[m].span);
    if (scene.from == scene.to) continue;
    scene.first = page->sentences[scene.from].first;
    scene.last = page->sentences[scene.to - 1].last;
    check_read(&reading, l, whole(l), &scene);
    if (!out->any || better(&reading, &out->reading)) *out = (best_reading){reading, scene, true};
  }
  return status;
}

/* What differs: the number, or what the scene tells in the place of something else. */
static void differs(isnad_claim_answer *out, isnad_claim_point point, isnad_slice instead) {
  out->match = ISNAD_MATCH_DIFFERS;
  out->point = point;
  out->instead = instead;
  out->missing = (isnad_slice){NULL, 0};
}

static void near(isnad_claim_answer *out, isnad_slice missing) {
  out->match = ISNAD_MATCH_NEAR;
  out->missing = missing;
}

/* What an answer that says a part lacks: a number, a name, words; or whom it does not show to have done it. */
static isnad_slice lacks(check_looking *l, const check_reading *r, isnad_slice untold, check_range asked, const check_scene *scene) {
  if (untold.length > 0) return untold;
  if (r->missing.length > 0) return r->missing;
  isnad_slice words = check_words_missing(l, asked, scene);
  return words.length == 0 && r->doubtful ? r->doubt : words;
}

/* False: it answers nothing. */
static bool judge_figure(isnad_claim_answer *out, check_looking *l, const best_reading *best, check_value value, size_t own) {
  const check_reading *r = &best->reading;
  bool event = r->others_met && r->matter >= same_event;
  out->fit = r->fit;
  if (value == CHECK_OTHER) {
    claim_figure asked = check_asked_figure(&l->ask.article.figures[own], &l->ask.prepared.figures[own]);
    double matter = r->names > 0 ? same_event : says_most, inside = r->names > 0 ? told_inside : same_matter; /* nobody is named: the words alone */
    bool same = all_named(r) && r->matter >= matter && r->inside >= inside && !r->opposite;
    differs(out, ISNAD_POINT_NUMBER, (isnad_slice){NULL, 0});
    bool won = !is(asked.measure, "score") || !r->doubtful;
    return same && won && (r->point == ISNAD_POINT_NONE || r->point == ISNAD_POINT_NUMBER) &&
           !check_tells_number(&best->scene, &asked, l->ask.prepared.figures[own].factor);
  }
  if (r->opposite && event && all_named(r) && value == CHECK_EQUAL) {
    out->match = ISNAD_MATCH_OPPOSITE;
    return true;
  }
  isnad_slice untold = untold_figure(l, &best->scene, own, whole(l));
  if (r->point != ISNAD_POINT_NONE && event && untold.length == 0)
    differs(out, r->point, r->instead);
  else if (value == CHECK_EQUAL && all_named(r) && untold.length == 0 && r->matter >= same_event && r->inside >= told_inside &&
           r->point == ISNAD_POINT_NONE && !r->opposite && !r->doubtful)
    out->match = ISNAD_MATCH_AGREES;
  else
    near(out, lacks(l, r, untold, whole(l), &best->scene));
  return true;
}

static isnad_status answer_figure(check_looking *l, const check_story *story, size_t own) {
  const isnad_prepared_figure *prepared = &l->ask.prepared.figures[own];
  claim_figure asked = check_asked_figure(&l->ask.article.figures[own], prepared);
  isnad_status status = ISNAD_OK;
  for (size_t c = 0; status == ISNAD_OK && c < story->claims.count; c++) {
    const isnad_claim *claim = &story->claims.items[c];
    isnad_claim_answer answer = {.story = story->id, .claims = story->claims, .claim = c};
    best_reading best = {.any = false};
    check_value value = check_value_in(&asked, claim, prepared->factor, &answer.version);
    if (!answers(&asked, claim, value == CHECK_EQUAL)) continue;
    for (size_t v = 0; status == ISNAD_OK && v < claim->count; v++)
      if (value == CHECK_OTHER || v == answer.version) status = read_version(&best, l, &claim->versions[v]);
    if (status != ISNAD_OK || !best.any || !judge_figure(&answer, l, &best, value, own)) continue;
    l->answered[own] = true;
    status = check_add(l, &answer);
  }
  return status;
}

/* How long something took beside a number that it took is no answer of its own. */
static bool asks_alone(const check_looking *l, size_t own) {
  const isnad_article *a = &l->ask.article;
  if (a->figures[own].qualifier == ISNAD_APPROX && a->figures[own].min != a->figures[own].max) return false; /* "dozens" */
  if (a->figures[own].kind == ISNAD_FIGURE_ORDINAL) return a->figures[own].max >= LOWEST_RANK;
  if (a->figures[own].kind != ISNAD_FIGURE_DURATION) return true;
  for (size_t i = 0; i < a->figure_count; i++)
    if (a->figures[i].kind != ISNAD_FIGURE_DURATION && a->figures[i].kind != ISNAD_FIGURE_ORDINAL) return false;
  return true;
}

isnad_status check_judge_figures(check_looking *l) {
  isnad_status status = ISNAD_OK;
  l->answered = isnad_arena_array(l->arena, l->ask.article.figure_count + 1, sizeof *l->answered);
  if (l->answered == NULL) return isnad_arena_fail(l->err, l->arena, "claim");
  for (size_t i = 0; status == ISNAD_OK && i < l->ask.article.figure_count; i++) {
    l->answered[i] = !asks_alone(l, i);
    if (l->answered[i]) continue;
    for (size_t s = 0; status == ISNAD_OK && s < l->story_count; s++) status = answer_figure(l, &l->stories[s], i);
  }
  return status;
}

/* --- statements --- */

/* Content words of a name. */
static bool name_terms(claim_terms *out, isnad_arena *arena, isnad_slice name) {
  isnad_tokens tokens;
  out->count = 0;
  if (isnad_arabic_tokens(&tokens, arena, name, NULL) != ISNAD_OK) return false;
  claim_listing listing = claim_listing_of(&tokens);
  terms_add(out, &listing, 0, tokens.count, TERMS_STATEMENT);
  terms_finish(out);
  return true;
}

/* Whether the words name the person of the id. */
static bool is_called(check_looking *l, isnad_slice id, isnad_slice words) {
  for (size_t i = 0; i < isnad_people_count; i++)
    if (isnad_slice_equal(isnad_slice_of(isnad_people_rows[i].id), id))
      return told_names_nest(l->arena, isnad_slice_of(isnad_people_rows[i].name), words);
  return false;
}

/* Whether a mention's claimant may be the speaker who is asked for: nobody is named, one id, or one name in the other. */
static bool same_speaker(check_looking *l, const isnad_quote_note *q, const isnad_claim_mention *m) {
  claim_terms asked, told;
  if (q == NULL || q->canonical.length == 0 || m->claimant.length == 0 || m->carrier) return true;
  if (q->entity.length > 0 && isnad_slice_equal(q->entity, m->claimant_id)) return true;
  for (size_t i = 0; i < l->ask.name_count; i++) { /* "the king" */
    const check_name *n = &l->ask.names[i];
    uint32_t begin = (uint32_t)(n->words.bytes - l->ask.page.text.bytes);
    for (size_t k = 0; begin >= q->speaker.begin && begin < q->speaker.end && k < n->id_count; k++)
      if (isnad_slice_equal(n->ids[k], m->claimant_id) || is_called(l, n->ids[k], m->claimant)) return true;
  }
  if (!name_terms(&asked, l->arena, q->canonical) || !name_terms(&told, l->arena, m->claimant)) return true;
  claim_content a = claim_content_of(&asked), b = claim_content_of(&told);
  bool known = q->entity.length > 0 && q->entity.bytes[0] != '@' && m->claimant_id.length > 0;
  if (known && (a.count == 0 || b.count == 0)) return false;
  return a.count == 0 || b.count == 0 || terms_contained(terms_compare(&a, &b)) >= one_name;
}

/* "The head of the council, doctor Ali": the name of the speaker stands in the sentence. */
static bool speaker_beside(const check_looking *l, const isnad_quote_note *q, const check_scene *scene) {
  for (size_t i = 0; q != NULL && i < l->ask.name_count; i++) {
    const check_name *n = &l->ask.names[i];
    uint32_t begin = (uint32_t)(n->words.bytes - l->ask.page.text.bytes);
    for (size_t k = scene->from; begin >= q->speaker.begin && begin < q->speaker.end && k < scene->to; k++)
      if (check_named_in(&l->ask, n, scene->page, k)) return true;
  }
  return false;
}

/* The token of the verb that reports a mention, looked for in its sentence. */
static size_t verb_of(const check_scene *scene, isnad_slice verb) {
  const check_page *page = scene->page;
  if (verb.length == 0) return SIZE_MAX;
  for (size_t t = page->sentences[scene->from].first; t < page->sentences[scene->to - 1].last; t++) {
    isnad_slice word = isnad_slice_at(page->text, page->tokens.items[t].span);
    if (word.length >= verb.length && memcmp(word.bytes + word.length - verb.length, verb.bytes, verb.length) == 0) return t;
  }
  return SIZE_MAX;
}

static size_t words_in(const check_looking *l, check_range asked) {
  size_t count = 0;
  for (size_t i = 0; i < l->ask.word_count; i++) count += l->ask.words[i].first >= asked.first && l->ask.words[i].last <= asked.last;
  return count;
}

/* "org.us.": bodies of one state may be one another's parts, or names. */
static bool of_one_state(isnad_slice a, isnad_slice b) {
  enum { PREFIX = 7 };
  bool bodies = isnad_slice_starts(a, isnad_slice_of("org.")) && isnad_slice_starts(b, isnad_slice_of("org."));
  return bodies && a.length > PREFIX && b.length > PREFIX && memcmp(a.bytes, b.bytes, PREFIX) == 0;
}

/* Two persons, or two whom tables know: a body has many names. */
static bool is_other_speaker(const check_looking *l, const isnad_quote_note *q, const isnad_claim_mention *m) {
  bool known =
      q != NULL && q->entity.length > 0 && q->entity.bytes[0] != '@' && m->claimant_id.length > 0 && !of_one_state(q->entity, m->claimant_id);
  for (size_t i = 0; q != NULL && i < l->ask.name_count && !known; i++) {
    const check_name *n = &l->ask.names[i];
    uint32_t begin = (uint32_t)(n->words.bytes - l->ask.page.text.bytes);
    known = n->type == ISNAD_NAME_PERSON && begin >= q->speaker.begin && begin < q->speaker.end;
  }
  return known;
}

/* Of a sentence in which no statement is read, but which begins with a verb of speech and a person: whether the claimant may be named in it. */
static bool speaks_itself(check_looking *l, const isnad_claim_mention *m) {
  isnad_phrase hit;
  bool speaks = isnad_phrases_at(&hit, 1, l->ask.tokens, 0, 1u << ISNAD_TABLE_VERBS, ISNAD_PHRASE_CUT) > 0;
  bool person = l->ask.name_count > 0 && l->ask.names[0].type == ISNAD_NAME_PERSON;
  if (!speaks || !person || m->claimant.length == 0 || m->carrier || m->anonymous) return true;
  for (size_t i = 0; i < l->ask.name_count; i++) {
    const check_name *n = &l->ask.names[i];
    for (size_t k = 0; k < n->id_count; k++)
      if (isnad_slice_equal(n->ids[k], m->claimant_id)) return true;
    if (told_names_nest(l->arena, n->words, m->claimant)) return true;
  }
  return false;
}

static bool judge_statement(isnad_claim_answer *out, check_looking *l, check_range asked, const isnad_quote_note *q, const isnad_claim_mention *m,
                            const check_scene *scene) {
  check_reading r;
  if (words_in(l, asked) == 0) return false;
  check_scene brief = *scene;
  brief.brief = words_in(l, asked) <= FEW_WORDS;
  check_read(&r, l, asked, &brief);
  out->fit = r.fit;
  if (r.inside < says_part) return false;
  bool speaker = (q != NULL ? same_speaker(l, q, m) : speaks_itself(l, m)) || (m->claimant_id.length == 0 && speaker_beside(l, q, scene));
  isnad_slice untold = untold_figure(l, scene, SIZE_MAX, asked);
  if (r.opposite && speaker && mostly_named(&r) && untold.length == 0 && r.inside >= says_most)
    out->match = ISNAD_MATCH_OPPOSITE;
  else if (!speaker && is_other_speaker(l, q, m) && r.inside >= says_all && !r.opposite && all_named(&r) && untold.length == 0)
    differs(out, ISNAD_POINT_SPEAKER, m->claimant);
  else if (!speaker && (q == NULL || r.inside < says_all || r.opposite || is_other_speaker(l, q, m)))
    return false;
  else if (!speaker)
    near(out, q->canonical);
  else if (r.point != ISNAD_POINT_NONE && r.others_met && untold.length == 0 && r.inside >= says_most)
    differs(out, r.point, r.instead);
  else if (r.inside >= says_all && all_named(&r) && untold.length == 0 && !r.opposite)
    out->match = ISNAD_MATCH_AGREES;
  else
    near(out, lacks(l, &r, untold, asked, scene));
  return true;
}

/* Of the versions of a statement the one that says most; a denial of it agrees with nothing that it denies. */
static isnad_status answer_statement(check_looking *l, const check_story *story, size_t c, check_range asked, const isnad_quote_note *q) {
  const isnad_claim *claim = &story->claims.items[c];
  isnad_claim_answer best = {.fit = -1};
  isnad_status status = ISNAD_OK;
  for (size_t v = 0; status == ISNAD_OK && v < claim->count; v++) {
    const isnad_claim_mention *m = &claim->versions[v].mentions[0];
    isnad_claim_answer answer = {.story = story->id, .claims = story->claims, .claim = c, .version = v};
    check_page *page = NULL;
    status = check_page_of(&page, l, m->article);
    if (status != ISNAD_OK) return status;
    check_scene scene;
    if (!check_scene_of_words(&scene, l, page, m->span)) return isnad_arena_fail(l->err, l->arena, "claim");
    if (scene.from == scene.to) continue;
    scene.verb = verb_of(&scene, m->verb);
    scene.alone = true;
    if (!judge_statement(&answer, l, asked, q, m, &scene)) continue;
    if (best.fit < 0 || answer.match < best.match || (answer.match == best.match && answer.fit > best.fit)) best = answer;
  }
  return best.fit >= 0 ? check_add(l, &best) : status;
}

static isnad_status answer_statements(check_looking *l, check_range asked, const isnad_quote_note *q) {
  isnad_status status = ISNAD_OK;
  for (size_t s = 0; status == ISNAD_OK && s < l->story_count; s++)
    for (size_t c = 0; status == ISNAD_OK && c < l->stories[s].claims.count; c++)
      if (l->stories[s].claims.items[c].kind == ISNAD_CLAIM_STATEMENT) status = answer_statement(l, &l->stories[s], c, asked, q);
  return status;
}

isnad_status check_judge_statements(check_looking *l) {
  const check_ask *ask = &l->ask;
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < ask->article.quote_count; i++) {
    const isnad_quote_note *q = &ask->article.quotes[i];
    check_range asked = {isnad_tokens_seek(ask->tokens, q->span.begin), isnad_tokens_seek(ask->tokens, q->span.end), SIZE_MAX};
    if (q->verb.begin < q->verb.end) {
      asked.verb = isnad_tokens_seek(ask->tokens, q->verb.begin);
      if (asked.verb > 0 && ask->tokens->items[asked.verb - 1].span.end > q->verb.begin) asked.verb--;
    }
    status = answer_statements(l, asked, q);
  }
  bool agrees = false;
  for (size_t i = 0; i < l->out->count; i++) agrees = agrees || l->out->items[i].match <= ISNAD_MATCH_OPPOSITE;
  if (status != ISNAD_OK || agrees || ask->article.quote_count > 0) return status;
  return answer_statements(l, whole(l), NULL);
}

/* --- days, places, offices --- */

static bool of_event(const isnad_prepared_told *t) { return isnad_slice_starts(t->subject, isnad_slice_of("event:")); }

/* Whether the version says what is asked, or at least does not say another thing. */
static bool told_agrees(check_looking *l, const isnad_prepared_told *asked, const isnad_claim_version *v) {
  isnad_slice kind = isnad_slice_of(asked->kind);
  if (isnad_slice_equal(asked->value, v->key)) return true;
  if (is(kind, "date")) return false;
  if (is(kind, "office")) return !told_offices_clash(l->arena, asked->value_name, v->words);
  if (is(kind, "name")) return !told_names_clash(l->arena, asked->value_name, v->words);
  return isnad_slice_starts(asked->value, v->key) || isnad_slice_starts(v->key, asked->value);
}

/* Elections in another country are other elections; of an event in a town another place may be told. */
static bool told_clashes(const isnad_prepared_told *asked, const isnad_claim_version *v) {
  if (!of_event(asked) || !is(isnad_slice_of(asked->kind), "place")) return true;
  return told_is_town(asked->value) && !isnad_slice_starts(asked->value, v->key) && !isnad_slice_starts(v->key, asked->value);
}

static bool is_office(const isnad_prepared_told *t) { return is(isnad_slice_of(t->kind), "office") || is(isnad_slice_of(t->kind), "name"); }

/* An office answers only a sentence that tells nothing besides: his title says nothing of his deeds. */
static bool asks_office(const check_looking *l, const isnad_prepared_told *asked) {
  return !is_office(asked) || l->ask.article.figure_count + l->ask.article.quote_count + l->ask.day_count + l->ask.word_count == 0;
}

static isnad_claim_point point_of(const isnad_prepared_told *asked) {
  if (is(isnad_slice_of(asked->kind), "date")) return ISNAD_POINT_DAY;
  return is(isnad_slice_of(asked->kind), "place") ? ISNAD_POINT_PLACE : ISNAD_POINT_OFFICE;
}

static isnad_status answer_told(check_looking *l, const check_story *story, size_t c, const isnad_prepared_told *asked) {
  const isnad_claim *claim = &story->claims.items[c];
  isnad_status status = ISNAD_OK;
  for (size_t v = 0; status == ISNAD_OK && v < claim->count; v++) {
    best_reading best = {.any = false};
    isnad_claim_answer answer = {.story = story->id, .claims = story->claims, .claim = c, .version = v};
    bool same = told_agrees(l, asked, &claim->versions[v]);
    status = read_version(&best, l, &claim->versions[v]);
    if (status != ISNAD_OK || !best.any || (best.reading.matter < same_event && !is_office(asked)) ||
        (!same && !told_clashes(asked, &claim->versions[v])))
      continue;
    const check_reading *r = &best.reading;
    isnad_slice untold = untold_figure(l, &best.scene, SIZE_MAX, whole(l));
    answer.fit = r->fit;
    if (r->opposite || (of_event(asked) && r->met + 1 < r->names))
      continue;
    else if (same && is_office(asked))
      answer.match = ISNAD_MATCH_AGREES;
    else if (!same)
      differs(&answer, point_of(asked), claim->versions[v].words);
    else if (r->point != ISNAD_POINT_NONE)
      differs(&answer, r->point, r->instead);
    else if (all_named(r) && untold.length == 0 && r->matter >= says_all)
      answer.match = ISNAD_MATCH_AGREES;
    else
      near(&answer, lacks(l, r, untold, whole(l), &best.scene));
    status = check_add(l, &answer);
  }
  return status;
}

isnad_status check_judge_told(check_looking *l) {
  isnad_status status = ISNAD_OK;
  for (size_t t = 0; t < l->ask.prepared.told_count; t++) {
    const isnad_prepared_told *asked = &l->ask.prepared.told[t];
    if (asked->subject.length == 0 || asked->subject.bytes[0] == '@' || !asks_office(l, asked)) continue;
    for (size_t s = 0; status == ISNAD_OK && s < l->story_count; s++)
      for (size_t c = 0; status == ISNAD_OK && c < l->stories[s].claims.count; c++)
        if (is(isnad_slice_of(asked->kind), isnad_claim_kind_name(l->stories[s].claims.items[c].kind)))
          status = answer_told(l, &l->stories[s], c, asked);
  }
  return status;
}

/* --- the sentences of reports --- */

/* Whether an answer that says more than a part stands in the sentence already. */
static bool is_answered(const check_looking *l, const check_page *page, isnad_span sentence) {
  for (size_t i = 0; i < l->out->count; i++) {
    const isnad_claim_answer *a = &l->out->items[i];
    if (a->match == ISNAD_MATCH_NEAR || a->claim == SIZE_MAX) continue;
    const isnad_claim_version *v = &a->claims.items[a->claim].versions[a->version];
    for (size_t m = 0; m < v->count; m++)
      if (v->mentions[m].article == page->article.id && v->mentions[m].span.begin < sentence.end && v->mentions[m].span.end > sentence.begin)
        return true;
  }
  return false;
}

/* A number that is read as no figure and does not stand on the page's sentence. */
static isnad_slice untold_number(const check_looking *l, const check_scene *scene) {
  for (size_t i = 0; i < l->ask.word_count; i++) {
    const check_word *w = &l->ask.words[i];
    isnad_span span = l->ask.tokens->items[w->first].span;
    if (l->ask.tokens->items[w->first].kind != ISNAD_TOKEN_NUMBER) continue;
    if (!check_word_in(w, scene->page, 0, scene->page->tokens.count)) return isnad_slice_at(l->ask.page.text, span);
  }
  return (isnad_slice){NULL, 0};
}

/* Two results, two ages, two times: whose the one that is asked for is cannot be told. */
static bool tells_two(const check_looking *l, const check_scene *scene) {
  static const char *const measures[] = {"score", "age", "months", "duration"};
  isnad_span span = {scene->page->sentences[scene->from].span.begin, scene->page->sentences[scene->to - 1].span.end};
  for (size_t k = 0; k < sizeof measures / sizeof measures[0]; k++) {
    bool asked = false;
    double low = 0;
    size_t count = 0;
    for (size_t i = 0; i < l->ask.article.figure_count; i++) asked = asked || is(l->ask.prepared.figures[i].measure, measures[k]);
    for (size_t i = 0; asked && i < scene->page->number_count; i++) {
      const check_number *n = &scene->page->numbers[i];
      if (!is(n->measure, measures[k]) || n->span.begin < span.begin || n->span.end > span.end) continue;
      if (count++ > 0 && n->low != low) return true;
      low = n->low;
    }
  }
  return false;
}

static bool judge_page(isnad_claim_answer *out, check_looking *l, const check_scene *scene) {
  check_reading r;
  if (l->ask.word_count < LEAST_WORDS) return false;
  check_read(&r, l, whole(l), scene);
  out->fit = r.fit;
  isnad_slice untold = untold_figure(l, scene, SIZE_MAX, whole(l)), number = untold_number(l, scene);
  if (untold.length == 0) untold = number;
  bool event = r.others_met && r.matter >= tells_part;
  if (!event && r.fit < tells_part) return false;
  if (r.opposite && mostly_named(&r) && r.matter >= says_most && untold.length == 0 && r.inside >= says_part)
    out->match = ISNAD_MATCH_OPPOSITE;
  else if (r.point != ISNAD_POINT_NONE && event && untold.length == 0)
    differs(out, r.point, r.instead);
  else if (r.matter >= tells_all && r.inside >= tells_part && 2 * r.own >= r.names && all_named(&r) && untold.length == 0 && !r.opposite &&
           !r.doubtful && !tells_two(l, scene))
    out->match = ISNAD_MATCH_AGREES;
  else
    near(out, lacks(l, &r, untold, whole(l), scene));
  return true;
}

/* Marks the figures that a sentence tells as answered. */
static void note_told(check_looking *l, const check_scene *scene) {
  for (size_t i = 0; i < l->ask.article.figure_count; i++) {
    claim_figure figure = check_asked_figure(&l->ask.article.figures[i], &l->ask.prepared.figures[i]);
    l->answered[i] = l->answered[i] || check_tells_number(scene, &figure, l->ask.prepared.figures[i].factor);
  }
}

/* One sentence of each story, the best. */
isnad_status check_judge_pages(check_looking *l) {
  isnad_status status = ISNAD_OK;
  size_t told = 0;
  for (size_t s = 0; s < l->story_count && told < MOST_PASSAGES; s++)
    for (size_t i = 0; status == ISNAD_OK && i < l->page_count; i++) {
      const check_page *p = l->pages[i];
      if (!isnad_slice_equal(p->article.story, l->stories[s].id) || p->sentence_count == 0) continue;
      check_scene scene = check_scene_at(p, p->best);
      scene.alone = true;
      const check_sentence *at = &p->sentences[p->best];
      isnad_claim_answer answer = {.story = l->stories[s].id, .claims = l->stories[s].claims, .claim = SIZE_MAX};
      if (is_answered(l, p, at->span)) break;
      if (!judge_page(&answer, l, &scene)) continue;
      isnad_slice outlet = p->article.outlet_name.length > 0 ? p->article.outlet_name : p->article.outlet;
      answer.passage = (isnad_claim_passage){p->article.name, outlet, p->article.published, at->span, isnad_slice_at(p->text, at->span)};
      status = check_add(l, &answer);
      note_told(l, &scene);
      told++;
      break;
    }
  for (size_t i = 0; status == ISNAD_OK && i < l->ask.article.figure_count; i++)
    if (!l->answered[i]) status = check_add_unanswered(l, isnad_slice_at(l->ask.page.text, l->ask.article.figures[i].span));
  return status;
}
