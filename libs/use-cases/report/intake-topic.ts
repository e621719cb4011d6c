/** The screens that show what has come in to a house's intake. */
export const intakeQueueTopic = (branchId: string): `live:${string}` => `live:intake-queue:${branchId}`;
