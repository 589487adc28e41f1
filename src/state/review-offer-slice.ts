// A review that another page fetched: opened at once, or asked about where work would make room for it.
import { changesBetween } from './file-list.ts';
import { readReviewInput } from './read-review-input.ts';
import type { OpenedReview } from './review-slice.ts';
import type { WorkbenchState } from './workbench-state.ts';

export interface ReviewOfferSlice {
  /** What wants to be opened while there is unsaved work. */
  readonly reviewOffer: OpenedReview | undefined;
  /** `value`: of unknown origin, of schema `sluice/review-input/v1`. False where it is none. */
  offerReview(value: unknown): boolean;
  acceptReview(): Promise<void>;
  declineReview(): void;
}

export function createReviewOfferSlice(
  set: (change: Partial<WorkbenchState>) => void,
  get: () => WorkbenchState,
): ReviewOfferSlice {
  return {
    reviewOffer: undefined,
    offerReview(value) {
      const review = readReviewInput(value);
      if (!review) return false;
      const { baseline, files } = get();
      if (changesBetween(baseline, files).length > 0) set({ reviewOffer: review });
      else void get().openReview(review);
      return true;
    },
    async acceptReview() {
      const { reviewOffer } = get();
      set({ reviewOffer: undefined });
      if (reviewOffer) await get().openReview(reviewOffer);
    },
    declineReview: () => set({ reviewOffer: undefined }),
  };
}
