// Where Calico judges what: the names and stages of the engine's tiers behind one Calico tier, and of those before and after all.

/** Lower stages go first (`Tier.stage`); declared tiers are in stage 0. */
export const STAGE = { failsafe: -3, untracked: -2, preDNAT: -1, undeclared: 1, profiles: 2 } as const;

export const FAILSAFE_TIER = 'host/failsafe';
export const PROFILES_END_TIER = 'profiles/end';

/** Policies that skip connection tracking, in the tier's order. */
export const untrackedTier = (tier: string): string => `untracked/${tier}`;
/** Policies before destination addresses are translated. */
export const preDnatTier = (tier: string): string => `prednat/${tier}`;
/** What `applyOnForward` policies say of traffic that a host forwards. */
export const forwardTier = (tier: string): string => `forward/${tier}`;
export const FORWARD_FOLLOWS = 'What a policy says of forwarded traffic moves with the policy itself';
/** One of these, with Calico's tier in it. */
export const STAGE_TIER = /^(untracked|prednat|forward)\/(?<tier>.+)$/;
/** Profiles at one place (from 1) of the host endpoints' lists. */
export const profileTier = (place: number): string => `profiles/${place}`;

/** The readings under which Calico's own kinds have an effect. */
export const CALICO_SEMANTICS = ['calico-3.32', 'calico-3.31', 'calico-enterprise'] as const;
