/* The slots of what is asked - numbers, speaker, names, places, days, polarity, words - as one scene fills them. */
#include "claim/check/check.h"

/* What a word counts that stands in a sentence beside, or where the report opens. */
static const double beside_weight = 0.7;

/* And what it adds that the names stand in the clause of the number, or beside words that are asked for. */
static const double clause_weight = 0.04, acting_weight = 0.02;

void check_tells_another(check_reading *r, isnad_claim_point point, isnad_slice asked, isnad_slice instead) {
  if (r->another > 0 && point == ISNAD_POINT_NATION && r->point == point) return; /* two sides that changed places are one difference */
  if (r->another++ > 0) return;
  r->point = point;
  r->asked = asked;
  r->instead = instead;
}

void check_tells_nothing(check_reading *r, isnad_slice missing) {
  if (r->absent++ == 0) r->missing = missing; /* rather than what is in doubt */
}

void check_doubts(check_reading *r, isnad_slice missing) {
  if (r->absent == 0 && r->doubts == 0) r->missing = missing;
  r->doubts++;
}

void check_read(check_reading *out, check_looking *l, const check_scene *scene) {
  *out = (check_reading){.matter = check_share(&l->ask, scene, beside_weight), .inside = check_share(&l->ask, scene, 0)};
  out->sides = check_roles(l, scene);
  check_read_numbers(out, l, scene);
  check_read_speaker(out, l, scene);
  check_read_names(out, l, scene);
  out->polarity = check_opposes(l, scene);
  if (out->sides == CHECK_SIDES_DOUBTFUL && out->another == 0) out->polarity = CHECK_UNCLEAR;
  if (out->sides == CHECK_SIDES_TURNED || (out->sides == CHECK_SIDES_NATIONS && out->another == 0))
    out->polarity = out->polarity == CHECK_ALIKE ? CHECK_OPPOSITE : CHECK_UNCLEAR;
  if (out->denies || out->disputes) out->polarity = out->disputes ? CHECK_OPPOSITE : CHECK_ALIKE; /* the number itself is denied */
  out->outside = check_words_outside(l, scene);
  double words = 0.3 * out->matter + 0.7 * out->inside, all = (double)out->names;
  double names = all > 0 ? 0.3 * (double)out->met / all + 0.7 * (double)out->own / all : words;
  out->fit = 0.4 * names + 0.6 * words + clause_weight * out->clause + (all > 0 ? acting_weight * (double)out->acting / all : 0);
}
