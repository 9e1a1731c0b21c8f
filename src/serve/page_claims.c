/* Figures, days, places and offices as a table of claims, versions and support; statements by speaker. Those told differently come first. */
#include "base/hash.h"
#include "base/map.h"
#include "serve/page.h"
#include "view/labels.h"

#include <string.h>

static const isnad_slice nothing = {NULL, 0};

static bool is_kind(const tree *claim, const char *kind) { return isnad_slice_is(tree_text(claim, "kind"), kind); }

static bool is_verdict(const tree *claim, const char *verdict) { return isnad_slice_is(tree_text(claim, "verdict"), verdict); }

/* One side of what the story's reports tell in ways that cannot all be so. */
static bool is_contrasted(const tree *claim) { return tree_get(claim, "contrast") != NULL; }

enum { TOLD_DIFFERENTLY, AGREED, TOLD_ONCE, RANKS };

static unsigned rank_of(const tree *claim) {
  static const char *const open[] = {"differ", "denied", "revised", "altered"};
  for (size_t i = 0; i < sizeof open / sizeof open[0]; i++)
    if (is_verdict(claim, open[i])) return TOLD_DIFFERENTLY;
  if (is_contrasted(claim)) return TOLD_DIFFERENTLY;
  return is_verdict(claim, "single") ? TOLD_ONCE : AGREED;
}

static bool is_open(const tree *claim) { return rank_of(claim) == TOLD_DIFFERENTLY; }

static isnad_slice label(web *h, const char *prefix, isnad_slice key) {
  isnad_view view = {.english = h->x->english};
  return label_of(&view, prefix, key);
}

/* How its reports stand to one another; and that other numbers of the story, or another speaker, stand against it. */
static void verdict(web *h, const tree *claim) {
  web_text(h, label(h, "verdict.", tree_text(claim, "verdict")));
  if (is_contrasted(claim)) web_element(h, "span", "claimant", label(h, "contrast.", tree_text(claim, "contrast_kind")));
}

static void first_teller(web *h, const tree *version) {
  const tree *mention = tree_item(tree_get(version, "mentions"), 0);
  if (mention == NULL) return;
  web_link(h, NULL, url_of(h->x, "/articles/*", tree_text(mention, "id")));
  web_foreign(h, tree_text(mention, "outlet").length > 0 ? tree_text(mention, "outlet") : word_of(h->x, "chain.report"));
  web_close(h);
  web_space(h);
  web_when(h, mention, "published");
}

static void version_marks(web *h, const tree *version) {
  static const char *const marks[][2] = {
      {"single_source", "story.single"}, {"anonymous", "story.anonymous"}, {"headline_only", "story.headline_only"}};
  for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
    if (tree_get(version, marks[i][0]) == NULL) continue;
    web_space(h);
    web_element_words(h, "span", "tag", marks[i][1]);
  }
}

static void support(web *h, const tree *version) {
  web_origins(h, tree_get(version, "origins"));
  web_space(h);
  web_open_class(h, "span", "dim");
  web_count(h, "n.report", (uint64_t)tree_double(version, "reports"));
  web_close(h);
  version_marks(h, version);
}

static size_t version_count(const tree *claim) {
  size_t count = 0;
  for (const tree *v = tree_item(tree_get(claim, "versions"), 0); v != NULL; v = v->next) count++;
  return count;
}

static void claim_head(web *h, const tree *claim, size_t rows) {
  isnad_slice claimant = tree_text(claim, "claimant");
  web_open(h, "th");
  web_attr_text(h, "scope", "rowgroup");
  if (rows > 1) web_attr_number(h, "rowspan", (long)rows);
  web_foreign(h, tree_text(claim, "title"));
  if (claimant.length > 0) {
    web_open_class(h, "span", "claimant");
    web_words(h, "story.according");
    web_space(h);
    web_foreign(h, claimant);
    web_close(h);
  }
  web_close(h);
}

static void claim_rows(web *h, const tree *claim) {
  size_t rows = version_count(claim), at = 0;
  web_open_class(h, "tbody", is_open(claim) ? "open" : "");
  for (const tree *v = tree_item(tree_get(claim, "versions"), 0); v != NULL; v = v->next, at++) {
    web_open(h, "tr");
    if (at == 0) claim_head(h, claim, rows);
    web_open_class(h, "td", "version");
    web_foreign(h, tree_text(v, tree_get(v, "told") != NULL ? "told" : "words"));
    web_close(h);
    web_open(h, "td");
    support(h, v);
    web_close(h);
    web_open(h, "td");
    first_teller(h, v);
    web_close(h);
    if (at == 0) {
      web_open_class(h, "td", "verdict");
      if (rows > 1) web_attr_number(h, "rowspan", (long)rows);
      verdict(h, claim);
      web_close(h);
    }
    web_close(h);
  }
  web_close(h);
}

size_t draw_claims(web *h, const tree_list *claims, size_t most) {
  static const char *const columns[] = {"story.claim", "story.version", "story.support", "story.first", "story.verdict"};
  size_t shown = 0, all = 0;
  page_table(h, "claims", "story.figures_table", columns, sizeof columns / sizeof columns[0]);
  for (unsigned rank = 0; rank < RANKS; rank++) {
    for (size_t i = 0; i < claims->count; i++) {
      if (is_kind(claims->items[i], "statement") || rank_of(claims->items[i]) != rank) continue;
      if (++all > most) continue;
      claim_rows(h, claims->items[i]);
      shown++;
    }
  }
  web_close(h);
  web_close(h);
  return all - shown;
}

/* --- statements --- */

static void statement(web *h, const tree *claim) {
  const tree *versions = tree_get(claim, "versions");
  web_open_class(h, "li", is_open(claim) ? "open" : "");
  for (const tree *v = tree_item(versions, 0); v != NULL; v = v->next) {
    const tree *mention = tree_item(tree_get(v, "mentions"), 0);
    bool direct = isnad_slice_is(tree_text(v, "qualifier"), "direct");
    web_open_class(h, direct ? "blockquote" : "p", direct ? "direct" : "indirect");
    web_attr_text(h, "dir", "auto");
    web_said(h, tree_text(mention, "verb"), tree_text(mention, "rule"), tree_text(v, "words"));
    web_close(h);
    web_open_class(h, "p", "source");
    if (mention != NULL) first_teller(h, v);
    web_element(h, "span", "sep", nothing);
    support(h, v);
    web_close(h);
  }
  if (is_open(claim)) {
    web_open_class(h, "p", "tag warn");
    verdict(h, claim);
    web_close(h);
  }
  web_close(h);
}

/* The statements of each speaker, in the order of the claims; speakers in the order in which they come up: those of whom most is known first. */
typedef struct speakers {
  size_t *first; /* of each speaker: his first statement */
  size_t *next;  /* of each statement: the next of the same speaker; 0: none */
  size_t count, statements;
} speakers;

static bool group_speakers(speakers *out, isnad_arena *arena, const tree_list *claims) {
  map last; /* hash of a claimant: place + 1 of his last statement */
  *out = (speakers){.first = isnad_arena_array(arena, claims->count + 1, sizeof *out->first)};
  out->next = isnad_arena_array(arena, claims->count + 1, sizeof *out->next);
  if (out->first == NULL || out->next == NULL || !map_new(&last, arena, claims->count)) return false;
  for (size_t i = 0; i < claims->count; i++) {
    if (!is_kind(claims->items[i], "statement")) continue;
    uint64_t *place = map_put(&last, hash64(tree_text(claims->items[i], "claimant")));
    if (place == NULL) return false;
    if (*place == 0)
      out->first[out->count++] = i;
    else
      out->next[*place - 1] = i;
    *place = i + 1;
    out->statements++;
  }
  return true;
}

static void speaker_name(web *h, isnad_slice name) {
  web_open(h, "h3");
  if (name.length > 0) {
    web_link(h, NULL, url_of(h->x, "/entities/*", name));
    web_foreign(h, name);
    web_close(h);
  } else {
    web_words(h, "story.unnamed");
  }
  web_close(h);
}

size_t draw_statements(web *h, const tree_list *claims, size_t most) {
  speakers by;
  size_t shown = 0;
  if (!group_speakers(&by, h->x->arena, claims)) return 0; /* the reply has no room, and is told as that */
  web_open_class(h, "div", "speakers");
  for (size_t s = 0; s < by.count && shown < most; s++) {
    web_open_class(h, "div", "speaker");
    speaker_name(h, tree_text(claims->items[by.first[s]], "claimant"));
    web_open(h, "ul");
    size_t at = by.first[s];
    do {
      statement(h, claims->items[at]);
      at = by.next[at];
    } while (++shown < most && at > 0);
    web_close(h);
    web_close(h);
  }
  web_close(h);
  return by.statements - shown;
}
