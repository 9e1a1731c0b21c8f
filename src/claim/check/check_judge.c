/* The judgement of a scene from its slots, in one table: what is said to agree must fill all of them. */
#include "claim/check/check.h"

enum { LEAST_WORDS = 2, MOST_OUTSIDE = 2 };

/* How much of the words, by weight, a scene must tell to be judged at all, to deny, to be the matter, and to tell all. Chosen by asking. */
static const double tells_part = 0.5, tells_some = 0.6, tells_little = 0.35, denies_it = 0.65, tells_most = 0.7, tells_here = 0.6, tells_all = 0.85,
                    tells_words = 0.95;

static void make(isnad_claim_answer *out, isnad_claim_match match, const check_reading *r, isnad_slice missing) {
  bool differs = match == ISNAD_MATCH_DIFFERS;
  out->match = match;
  out->fit = r->fit;
  out->point = differs ? r->point : ISNAD_POINT_NONE;
  out->asked = differs ? r->asked : (isnad_slice){NULL, 0};
  out->instead = differs ? r->instead : (isnad_slice){NULL, 0};
  out->missing = match == ISNAD_MATCH_NEAR ? missing : (isnad_slice){NULL, 0};
}

/* The names and most of the words stand in the sentence itself; one name, two words may stand beside it. */
static bool tells_itself(const check_reading *r) {
  bool names = r->own == r->names || (r->own > 0 && r->own + 1 == r->names && r->met == r->names);
  return names && r->inside >= tells_here && r->outside <= MOST_OUTSIDE;
}

/* What is done, the first word of doing or the first word at all, stands in the scene or beside it. */
static bool tells_act(const check_looking *l, const check_scene *scene) {
  const check_word *act = l->ask.word_count > 0 ? &l->ask.words[0] : NULL;
  for (size_t i = l->ask.word_count; i > 0; i--)
    if (check_is_act(&l->table, l->ask.words[i - 1].stem)) act = &l->ask.words[i - 1];
  return act == NULL || check_word_stands(act, scene);
}

/* Another is told of the same event only where enough else is the same: three words, names or numbers, or rare words. */
static bool tells_event(const check_looking *l, const check_reading *r, const check_scene *scene) {
  enum { LEAST = 3, RARE = 16 };
  size_t same = r->met;
  unsigned weight = 0;
  for (size_t i = 0; i < l->ask.word_count; i++) {
    const check_word *w = &l->ask.words[i];
    if (w->weight <= 1 || !check_word_in(w, scene->page, scene->first, scene->last)) continue;
    same++;
    weight += w->weight;
  }
  size_t numbers = 0;
  for (size_t i = 0; i < l->ask.article.figure_count; i++) numbers += check_asks_figure(&l->ask, i);
  if (r->of_place && r->met + numbers == 0) return r->inside >= tells_words; /* gas is found off many shores */
  return same + numbers >= LEAST || weight >= RARE;
}

/* Another number of the very event: the sentence tells all else but one name, which reports leave out or call otherwise. */
static bool counts_otherwise(const check_reading *r) {
  return r->another == 1 && r->point == ISNAD_POINT_NUMBER && r->absent == 1 && r->doubts == 0 && r->polarity == CHECK_ALIKE && r->own > 0 &&
         r->met + 1 == r->names && r->inside >= tells_all;
}

/* | slots that tell another | nothing         | polarity | words                              | answer          |
 * |-------------------------|-----------------|----------|------------------------------------|-----------------|
 * | none                    | none            | alike    | all, most in its own sentence      | agrees          |
 * | none                    | none            | alike    | all, with those beside             | has these words |
 * | none                    | none            | opposite | most, of its own; or sides turned  | opposite        |
 * | one                     | none            | alike    | most; of another doer also the act | differs         |
 * | a number                | one name        | alike    | all, in its own sentence           | differs         |
 * | one at most             | one, or a doubt |          | six tenths, and the act            | says a part     | */
static bool judge(isnad_claim_answer *out, check_looking *l, const check_reading *r, const check_scene *scene) {
  if (r->matter < tells_part || 2 * (r->met + r->another) < r->names || r->another > 1 || r->absent > 1) return false;
  isnad_slice words = check_words_missing(l, scene), missing = r->missing.length > 0 ? r->missing : words;
  bool most = r->matter >= tells_most && r->inside >= (r->point == ISNAD_POINT_SPEAKER ? tells_most : tells_part);
  bool number = r->point == ISNAD_POINT_NUMBER || r->point == ISNAD_POINT_DAY;
  bool clear = r->polarity == CHECK_ALIKE || (r->another == 1 && number && r->polarity == CHECK_UNCLEAR && r->sides != CHECK_SIDES_DOUBTFUL);
  bool filled = r->absent == 0 && (r->doubts == 0 || number) && clear, all = words.length == 0 && r->matter >= tells_all;
  isnad_claim_match match = ISNAD_MATCH_NEAR;
  bool own = r->own + 1 >= r->names && (r->own > 0 || r->names == 0);
  if (r->another == 0 && r->absent == 0 && r->doubts == 0 && own && r->polarity == CHECK_OPPOSITE && r->matter >= denies_it && r->inside >= denies_it)
    match = ISNAD_MATCH_OPPOSITE;
  else if (r->another == 1 && filled && most && (number || r->point == ISNAD_POINT_SPEAKER || (tells_act(l, scene) && tells_event(l, r, scene))))
    match = ISNAD_MATCH_DIFFERS;
  else if (counts_otherwise(r) && tells_event(l, r, scene))
    match = ISNAD_MATCH_DIFFERS;
  else if (r->another == 0 && filled && all && tells_itself(r) && check_words_close(l, scene))
    match = ISNAD_MATCH_AGREES;
  else if (r->another == 0 && filled && all)
    match = ISNAD_MATCH_TOLD;
  else if (!tells_act(l, scene) || (r->met < r->names && !tells_event(l, r, scene)) ||
           ((r->matter < tells_some || r->inside < tells_little) && (r->names < 2 || r->own < r->names)))
    return false; /* the same matter is no part of it */
  make(out, match, r, missing.length > 0 ? missing : r->instead);
  out->counted = r->counted;
  out->turned = r->sides == CHECK_SIDES_TURNED && match == ISNAD_MATCH_OPPOSITE;
  out->kept = r->sides == CHECK_SIDES_KEPT;
  return true;
}

/* The claim that tells it, or the sentence itself. */
static void bear(isnad_claim_answer *out, const check_ask *ask, const check_page *p, const check_sentence *s, const check_reading *r) {
  isnad_slice outlet = p->article.outlet_name.length > 0 ? p->article.outlet_name : p->article.outlet;
  out->claim = SIZE_MAX;
  out->passage = (isnad_claim_passage){p->article.name, outlet, p->article.published, s->span, isnad_slice_at(p->text, s->span)};
  if (!check_claim_of(&out->claim, &out->version, ask, &out->claims, p->article.id, r->evidence, s->span)) out->claim = SIZE_MAX;
}

static isnad_status judge_page(check_looking *l, const check_story *story, const check_page *p) {
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < p->sentence_count; i++) {
    check_scene scene = check_scene_at(p, i);
    check_reading r;
    isnad_claim_answer answer = {.story = story->id, .claims = story->claims};
    if (scene.first >= scene.last || check_share(&l->ask, &scene, 1) < tells_part) continue;
    check_read(&r, l, &scene);
    if (!judge(&answer, l, &r, &scene)) continue;
    bear(&answer, &l->ask, p, &p->sentences[i], &r);
    status = check_add(l, &answer);
  }
  return status;
}

/* Whether some report of the store has the very number of the very thing. */
static isnad_status is_told(bool *out, check_looking *l, size_t figure) {
  const isnad_prepared_figure *f = &l->ask.prepared.figures[figure];
  const isnad_figure_note *note = &l->ask.article.figures[figure];
  *out = false;
  sqlite3_stmt *row = store_statement(l->store,
                                      "SELECT 1 FROM figure WHERE measure IN (?1, 'denied.' || ?1) AND thing IS ?2 AND coalesce(min, max) * factor = "
                                      "?3 AND coalesce(max, min) * factor = ?4 LIMIT 1",
                                      l->err);
  if (row == NULL) return ISNAD_STORE;
  store_bind_words(row, 1, f->measure);
  store_bind_text(row, 2, f->thing);
  sqlite3_bind_double(row, 3, (note->has_min ? note->min : note->max) * f->factor);
  sqlite3_bind_double(row, 4, (note->has_max ? note->max : note->min) * f->factor);
  isnad_status status = store_step(l->store, row, l->err);
  *out = status == ISNAD_OK;
  sqlite3_reset(row);
  return status == ISNAD_END ? ISNAD_OK : status;
}

/* Figures of which no report of the store says anything. */
static isnad_status add_untold(check_looking *l) {
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < l->ask.article.figure_count; i++) {
    bool told = true;
    if (check_asks_figure(&l->ask, i)) status = is_told(&told, l, i);
    if (status == ISNAD_OK && !told) status = check_add_unanswered(l, isnad_slice_at(l->ask.page.text, l->ask.article.figures[i].span));
  }
  return status;
}

isnad_status check_judge_pages(check_looking *l) {
  isnad_status status = ISNAD_OK;
  if (l->ask.word_count + l->ask.name_count + l->ask.article.figure_count < LEAST_WORDS) return ISNAD_OK;
  for (size_t s = 0; s < l->story_count; s++)
    for (size_t i = 0; status == ISNAD_OK && i < l->page_count; i++)
      if (isnad_slice_equal(l->pages[i]->article.story, l->stories[s].id)) status = judge_page(l, &l->stories[s], l->pages[i]);
  return status == ISNAD_OK ? add_untold(l) : status;
}
