#include "view/evidence.h"

#include "view/drawing/tree.h"

enum { EXCERPT = 160, DEEPEST = 8 };

static void cited(sheet *s, const tree *t, isnad_slice text) {
  isnad_span span;
  if (!tree_span(&span, t, "span")) return;
  sheet_printf(s, "  [%u,%u) ", span.begin, span.end);
  sheet_excerpt(s, isnad_slice_at(text, span), EXCERPT);
  isnad_slice rule = tree_text(t, "rule");
  if (rule.length == 0) return;
  sheet_printf(s, " ");
  sheet_words(s, rule);
}

static void matched(sheet *s, const tree *t) {
  double words = 0, identity = 0;
  if (!tree_number(&words, t, "matched")) return;
  sheet_printf(s, "  %.0f words the same", words);
  if (tree_number(&identity, t, "identity")) sheet_printf(s, ", %.0f%% alike", 100 * identity);
  if (tree_get(t, "edition") != NULL) sheet_printf(s, ", an edition of one page");
}

/* Both may have it from a third: why. */
static void open_way(sheet *s, const tree *t) {
  isnad_slice sign = tree_text(t, "sign"), open = tree_text(t, "open");
  if (isnad_slice_is(sign, "newsrooms")) sheet_printf(s, "  (neither names the other)");
  if (isnad_slice_is(sign, "credited")) sheet_printf(s, "  (credited for these words)");
  if (isnad_slice_is(sign, "statement")) sheet_printf(s, "  (whose words they are)");
  if (isnad_slice_is(open, "told"))
    sheet_printf(s, "  (each was told it: perhaps by one speaker)");
  else if (open.length > 0)
    sheet_printf(s, "  (or both from a third)");
  if (tree_get(t, "doubt") != NULL) sheet_printf(s, "  (credit contradicted by the text)");
}

/* Copied, and not from whom the report says, or without a word of it. */
static void credit(sheet *s, const tree *t) {
  isnad_slice kind = tree_text(t, "credit");
  if (isnad_slice_is(kind, "other")) sheet_printf(s, "  (credits another)");
  if (isnad_slice_is(kind, "none")) sheet_printf(s, "  (no credit)");
}

static void visit(sheet *s, const tree *t, isnad_slice text, unsigned depth) {
  if (t == NULL || depth > DEEPEST) return;
  cited(s, t, text);
  matched(s, t);
  for (const tree *member = t->first; member != NULL; member = member->next)
    if (member->kind == JSON_OBJECT || member->kind == JSON_ARRAY) visit(s, member, text, depth + 1);
  open_way(s, t);
  credit(s, t);
}

void evidence_words(sheet *s, isnad_arena *scratch, isnad_slice json, isnad_slice text) { visit(s, tree_read(scratch, json), text, 0); }
