/* Words that lines share with the title, the description and the stated text of the page. */
#include "base/hash.h"
#include "base/map.h"
#include "page/html_view.h"
#include "page/html_words.h"
#include "page/meta.h"

enum { RUN = 4, TITLE_MOST = 60 /* words of a line that may be the title */, STATED_LEAST = 200 /* bytes */ };

/* Bits of what the map knows of a word or a run of words. */
enum { IN_TITLE = 1, IN_DESCRIPTION = 2, IN_BODY = 4 };

/* Letters of any script but the rows of punctuation in Latin-1 (C2) and at 2000-2FFF (E2). */
static bool is_letter(uint8_t b) { return b >= 0x80 ? b != 0xC2 && b != 0xE2 : hint_is_letter((char)b); }

static size_t skip_marks(isnad_slice text, size_t at) {
  while (at < text.length) {
    uint8_t b = (uint8_t)text.bytes[at];
    if (is_letter(b)) return at;
    at += b == 0xC2 ? 2 : b == 0xE2 ? 3 : 1;
  }
  return text.length;
}

/* The hash of the next word in small letters (ASCII; others as they stand). */
static bool next_word(isnad_slice text, size_t *at, uint64_t *hash) {
  size_t i = skip_marks(text, *at);
  uint32_t h = HINT_BASIS;
  if (i >= text.length) return false;
  for (; i < text.length && is_letter((uint8_t)text.bytes[i]); i++) h = hint_step(h, text.bytes[i]);
  *at = i;
  *hash = h;
  return true;
}

/* The last words of a text, and the hash of the run that they make. */
typedef struct runs {
  uint64_t words[RUN];
  size_t count;
} runs;

static bool add_word(runs *r, uint64_t word, uint64_t *run) {
  r->words[r->count++ % RUN] = word;
  if (r->count < RUN) return false;
  uint64_t h = 0;
  for (size_t i = 0; i < RUN; i++) h = h * 0x9E3779B97F4A7C15u + r->words[(r->count + i) % RUN];
  *run = h | UINT64_C(1) << 63;
  return true;
}

static bool know_runs(map *known, isnad_slice text, uint64_t bit) {
  runs r = {.count = 0};
  size_t at = 0;
  uint64_t word = 0, run = 0;
  while (next_word(text, &at, &word)) {
    uint64_t *bits = add_word(&r, word, &run) ? map_put(known, run) : NULL;
    if (bits == NULL && r.count >= RUN) return false;
    if (bits != NULL) *bits |= bit;
  }
  return true;
}

static bool know_words(map *known, isnad_slice text, size_t *count) {
  size_t at = 0;
  uint64_t word = 0;
  *count = 0;
  while (next_word(text, &at, &word)) {
    uint64_t *bits = map_put(known, word);
    if (bits == NULL) return false;
    *count += (*bits & IN_TITLE) == 0;
    *bits |= IN_TITLE;
  }
  return true;
}

static html_shared share_line(const map *known, isnad_slice text, size_t title_words, bool title) {
  size_t at = 0, words = 0, all_runs = 0, titled = 0, described = 0, stated = 0;
  uint64_t word = 0, run = 0;
  runs r = {.count = 0};
  while (next_word(text, &at, &word)) {
    words++;
    const uint64_t *bits = title ? map_get(known, word) : NULL;
    titled += bits != NULL && (*bits & IN_TITLE) != 0;
    if (!add_word(&r, word, &run)) continue;
    all_runs++;
    bits = map_get(known, run);
    described += bits != NULL && (*bits & IN_DESCRIPTION) != 0;
    stated += bits != NULL && (*bits & IN_BODY) != 0;
  }
  html_shared s = {0};
  if (words > 0) s.title = (float)titled / (float)words;
  if (title_words > 0) s.title_all = (float)(titled < title_words ? titled : title_words) / (float)title_words;
  if (all_runs > 0) s.described = (float)described / (float)all_runs;
  if (all_runs > 0) s.stated = (float)stated / (float)all_runs;
  return s;
}

static bool know_statements(html_view *view, map *known, const isnad_page *page, size_t *title_words) {
  const isnad_meta *title = page_meta_first(page, ISNAD_META_TITLE);
  bool ok = title == NULL || know_words(known, title->value, title_words);
  for (size_t i = 0; ok && i < page->meta_count; i++) {
    const isnad_meta *m = &page->meta[i];
    if (m->kind == ISNAD_META_DESCRIPTION) ok = know_runs(known, m->value, IN_DESCRIPTION);
    if (m->kind != ISNAD_META_BODY || m->value.length < STATED_LEAST) continue;
    ok = know_runs(known, m->value, IN_BODY);
    view->has_stated = true;
  }
  return ok;
}

static bool mark_doubled(html_view *view, isnad_arena *arena) {
  const html_page *p = view->page;
  map seen;
  if (!map_new(&seen, arena, p->line_count)) return false;
  for (size_t i = 0; i < p->line_count; i++) {
    uint64_t *times = map_put(&seen, p->lines[i].hash);
    if (times == NULL) return false;
    view->shared[i].doubled = (*times)++ > 0;
  }
  return true;
}

bool page_html_share(html_view *view, isnad_arena *arena, const isnad_page *page) {
  const html_page *p = view->page;
  map known;
  size_t title_words = 0;
  if (!map_new(&known, arena, 256) || !know_statements(view, &known, page, &title_words)) return false;
  for (size_t i = 0; i < p->line_count; i++)
    view->shared[i] = share_line(&known, isnad_slice_at(p->text, p->lines[i].span), title_words, p->lines[i].words <= TITLE_MOST);
  return mark_doubled(view, arena);
}
