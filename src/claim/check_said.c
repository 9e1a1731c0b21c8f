/* The statements of a sentence, or the whole of it, held against the statements of a story: its words, its numbers, its speaker, what it denies. */
#include "claim/check_judge.h"
#include "claim/told_clash.h"
#include "tables.h"

#include <string.h>

enum { FEW_WORDS = 4 };

/* How much of a name two speakers must share to be one. */
static const double one_name = 0.5;

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

/* "The news of his death are rumours": the statement calls something false, and the sentence does not. */
static bool turns_it_down(const check_looking *l, const check_scene *scene) {
  size_t first = isnad_tokens_seek(&scene->page->tokens, scene->page->sentences[scene->from].span.begin),
         last = isnad_tokens_seek(&scene->page->tokens, scene->page->sentences[scene->to - 1].span.end);
  return check_calls_untrue(&l->table, &scene->page->tokens, first, last) && !check_calls_untrue(&l->table, l->ask.tokens, 0, l->ask.tokens->count);
}

static bool judge_statement(isnad_claim_answer *out, check_looking *l, check_range asked, const isnad_quote_note *q, const isnad_claim_mention *m,
                            const check_scene *scene) {
  check_reading r;
  if (words_in(l, asked) == 0) return false;
  check_scene brief = *scene;
  brief.brief = words_in(l, asked) <= FEW_WORDS;
  check_read(&r, l, asked, &brief);
  out->fit = r.fit;
  if (r.inside < CHECK_SAYS_PART) return false;
  bool speaker = (q != NULL ? same_speaker(l, q, m) : speaks_itself(l, m)) || (m->claimant_id.length == 0 && speaker_beside(l, q, scene));
  isnad_slice untold = check_untold(l, scene, SIZE_MAX, asked);
  if (r.opposite && speaker && check_mostly_named(&r) && untold.length == 0 && r.inside >= CHECK_SAYS_MOST)
    out->match = ISNAD_MATCH_OPPOSITE;
  else if (!speaker && is_other_speaker(l, q, m) && r.inside >= CHECK_SAYS_ALL && !r.opposite && check_all_named(&r) && untold.length == 0)
    check_differs(out, ISNAD_POINT_SPEAKER, m->claimant);
  else if (!speaker && (q == NULL || r.inside < CHECK_SAYS_ALL || r.opposite || is_other_speaker(l, q, m)))
    return false;
  else if (!speaker)
    check_near(out, q->canonical);
  else if (r.point != ISNAD_POINT_NONE && r.others_met && untold.length == 0 && r.inside >= CHECK_SAYS_MOST)
    check_differs(out, r.point, r.instead);
  else if (r.inside >= CHECK_SAYS_ALL && check_all_named(&r) && untold.length == 0 && !r.opposite)
    out->match = turns_it_down(l, scene) ? ISNAD_MATCH_UNTOLD : q != NULL ? ISNAD_MATCH_AGREES : ISNAD_MATCH_TOLD;
  else
    check_near(out, check_lacks(l, &r, untold, asked, scene));
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
  return answer_statements(l, check_whole(l), NULL);
}
