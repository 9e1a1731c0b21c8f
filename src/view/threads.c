/* Threads: the list, one of them with the reason of each link, and all of them for programs. */
#include "story/threads.h"

#include "store/stories.h"
#include "view/lists.h"
#include "view/sheet.h"
#include "view/timeline/past_recall.h"

#include <string.h>

enum { STORY_WIDTH = 17 };

static void actor_names(sheet *s, const threads *t, const uint32_t *actors, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    if (i > 0) sheet_printf(s, " + ");
    sheet_words(s, t->actors[actors[i]].name);
  }
}

static void actor_object(sheet *s, const threads *t, uint32_t actor) {
  json_open_object(&s->json);
  json_key_string(&s->json, "entity", t->actors[actor].entity);
  json_key_string(&s->json, "canonical", t->actors[actor].name);
  json_close_object(&s->json);
}

static void actor_array(sheet *s, const threads *t, const uint32_t *actors, uint32_t count) {
  json_open_array(&s->json);
  for (uint32_t i = 0; i < count; i++) actor_object(s, t, actors[i]);
  json_close_array(&s->json);
}

static void thread_line(sheet *s, const threads *t, const thread *one) {
  sheet_when(s, one->span);
  sheet_printf(s, "%4u stories  ", one->story_count);
  sheet_style_on(s, SHEET_DIM);
  sheet_printf(s, "%s  ", one->id);
  sheet_style_off(s);
  sheet_style_on(s, SHEET_BOLD);
  actor_names(s, t, one->actors, one->actor_count);
  sheet_style_off(s);
  sheet_printf(s, "  ");
  sheet_words(s, t->stories[one->title].title);
}

/* Exports name stories by their keys. */
typedef struct naming {
  const store_story_key *keys;
  size_t count;
} naming;

/* The earlier story to which one is tied, and by what. */
static void tie_object(sheet *s, const threads *t, const thread *one, uint32_t at, const naming *names) {
  json_writer *w = &s->json;
  thread_tie tie;
  uint32_t to = thread_tied_to(&tie, t, one, at);
  json_key_string(w, "tied_to", store_key_of(names->keys, names->count, t->stories[one->stories[to]].id));
  if (tie.days >= 0) json_key_u64(w, "days", (uint64_t)tie.days);
  json_key(w, "shares");
  json_open_array(w);
  for (uint32_t i = 0; i < 2; i++) actor_object(s, t, one->actors[i]);
  for (uint32_t i = 0; i < tie.actor_count; i++) actor_object(s, t, tie.actors[i]);
  json_close_array(w);
  if (tie.word_count == 0) return;
  json_key(w, "words");
  json_open_array(w);
  for (uint32_t i = 0; i < tie.word_count; i++) json_string(w, tie.words[i]);
  json_close_array(w);
}

/* The sentence in which it comes back to an earlier story, when somebody asks for one thread. */
static void recall_object(sheet *s, const threads *t, const thread *one, const past_recall *back) {
  json_writer *w = &s->json;
  if (back == NULL || !back->found) return;
  json_key(w, "recalls");
  json_open_object(w);
  json_key_string(w, "story", t->stories[one->stories[back->to]].id);
  json_key_string(w, "article", back->article);
  json_key_span(w, "span", back->span);
  json_key_string(w, "sentence", back->sentence);
  json_close_object(w);
}

static void thread_object(sheet *s, const threads *t, const thread *one, const past_recall *recalls, const naming *names) {
  json_writer *w = &s->json;
  json_open_object(w);
  json_key_text(w, "id", one->id);
  json_key_string(w, "title", t->stories[one->title].title);
  sheet_json_when(s, "span", one->span, (isnad_slice){NULL, 0});
  json_key(w, "actors");
  actor_array(s, t, one->actors, one->actor_count);
  json_key(w, "stories");
  json_open_array(w);
  for (uint32_t i = 0; i < one->story_count; i++) {
    const thread_story *story = &t->stories[one->stories[i]];
    json_open_object(w);
    json_key_string(w, "id", store_key_of(names->keys, names->count, story->id));
    sheet_json_when(s, "published", story->when, (isnad_slice){NULL, 0});
    if (i > 0) tie_object(s, t, one, i, names);
    recall_object(s, t, one, recalls != NULL ? &recalls[i] : NULL);
    json_close_object(w);
  }
  json_close_array(w);
  json_close_object(w);
}

/* "<- 12 days after TITLE: both tell of A, B and say «word»". */
static void tie_line(sheet *s, const threads *t, const thread *one, uint32_t at) {
  thread_tie tie;
  uint32_t to = thread_tied_to(&tie, t, one, at);
  sheet_printf(s, "  <- ");
  if (tie.days >= 0) sheet_counted(s, (uint64_t)tie.days, "day");
  if (tie.days >= 0) sheet_printf(s, " later, ");
  actor_names(s, t, one->actors, 2);
  for (uint32_t i = 0; i < tie.actor_count; i++) {
    sheet_printf(s, " + ");
    sheet_words(s, t->actors[tie.actors[i]].name);
  }
  for (uint32_t i = 0; i < tie.word_count; i++) {
    sheet_printf(s, i == 0 ? ", words: " : " ");
    sheet_words(s, tie.words[i]);
  }
  if (to + 1 != at) {
    sheet_printf(s, ", with ");
    sheet_cell(s, t->stories[one->stories[to]].id, STORY_WIDTH);
  }
}

static void story_line(sheet *s, const threads *t, const thread *one, uint32_t at) {
  const thread_story *story = &t->stories[one->stories[at]];
  sheet_when(s, story->when);
  sheet_printf(s, "%4u report%-2s", story->reports, story->reports == 1 ? "" : "s");
  sheet_style_on(s, SHEET_DIM);
  sheet_cell(s, story->id, STORY_WIDTH);
  sheet_style_off(s);
  sheet_style_on(s, SHEET_BOLD);
  sheet_words(s, story->title);
  sheet_style_off(s);
  if (at == 0) return;
  tie_line(s, t, one, at);
}

static isnad_status show_list(sheet *s, const threads *t, const naming *names) {
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < t->count; i++) {
    if (s->view->json)
      thread_object(s, t, &t->items[i], NULL, names);
    else
      thread_line(s, t, &t->items[i]);
    status = sheet_end(s);
  }
  return status;
}

isnad_status view_thread_list(isnad_store *store, bool by_key, const isnad_view *view, isnad_err *err) {
  sheet s;
  threads t;
  store_story_key *keys = NULL;
  naming names = {.count = 0};
  isnad_status status = sheet_open(&s, view, err);
  if (status == ISNAD_OK) status = threads_read(&t, s.arena, store, (isnad_slice){NULL, 0}, view->skip, view->limit, err);
  if (status == ISNAD_OK && by_key) status = store_story_keys(&keys, &names.count, s.arena, store, err);
  names.keys = keys;
  if (status == ISNAD_OK) status = show_list(&s, &t, &names);
  return sheet_close(&s, status, "no two stories share two main actors");
}

isnad_status isnad_view_threads(isnad_store *store, const isnad_view *view, isnad_err *err) { return view_thread_list(store, false, view, err); }

static isnad_status recall_line(sheet *s, const threads *t, const thread *one, const past_recall *back) {
  sheet_printf(s, "  recalls ");
  sheet_cell(s, t->stories[one->stories[back->to]].id, STORY_WIDTH);
  sheet_style_on(s, SHEET_DIM);
  sheet_cell(s, back->article, STORY_WIDTH);
  sheet_printf(s, "[%u,%u)  ", back->span.begin, back->span.end);
  sheet_style_off(s);
  sheet_words(s, back->sentence);
  return sheet_end(s);
}

/* What each story comes back to; of a long thread the latest ones are read. */
static isnad_status find_recalls(past_recall **out, sheet *s, isnad_store *store, const threads *t, const thread *one) {
  enum { MOST_READ = 60 };
  *out = isnad_arena_array(s->arena, (size_t)one->story_count + 1, sizeof **out);
  if (*out == NULL) return isnad_arena_fail(s->err, s->arena, "view");
  isnad_status status = ISNAD_OK;
  for (uint32_t i = one->story_count > MOST_READ ? one->story_count - MOST_READ : 1; status == ISNAD_OK && i < one->story_count; i++)
    status = past_recall_of(&(*out)[i], s->arena, store, t, one, i, s->err);
  return status;
}

static isnad_status show_one(sheet *s, const threads *t, const thread *one, const past_recall *recalls) {
  isnad_status status = ISNAD_OK;
  if (s->view->json) {
    thread_object(s, t, one, recalls, &(naming){.count = 0});
    return sheet_end(s);
  }
  thread_line(s, t, one);
  status = sheet_end(s);
  for (uint32_t i = 0; status == ISNAD_OK && i < one->story_count; i++) {
    story_line(s, t, one, i);
    status = sheet_end(s);
    if (status == ISNAD_OK && recalls[i].found) status = recall_line(s, t, one, &recalls[i]);
  }
  return status;
}

isnad_status isnad_view_thread(isnad_store *store, isnad_slice id, const isnad_view *view, isnad_err *err) {
  sheet s;
  threads t;
  int shown = id.length < 60 ? (int)id.length : 60;
  isnad_status status = sheet_open(&s, view, err);
  if (status == ISNAD_OK) status = threads_read(&t, s.arena, store, id, 0, 2, err);
  if (status == ISNAD_OK && (t.count != 1 || id.length == 0))
    status = isnad_err_set(err, ISNAD_NOT_FOUND, "view", (isnad_span){0, 0},
                           t.count > 1 ? "%.*s may be several threads: give more of the id" : "no thread is called %.*s", shown, id.bytes);
  past_recall *recalls = NULL;
  if (status == ISNAD_OK) status = find_recalls(&recalls, &s, store, &t, &t.items[0]);
  if (status == ISNAD_OK) status = show_one(&s, &t, &t.items[0], recalls);
  return sheet_close(&s, status, "the thread has no stories");
}
