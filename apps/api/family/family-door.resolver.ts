import { Inject, ParseUUIDPipe } from '@nestjs/common';
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Response } from 'express';
import type { EIdStart } from '#domain/e-id/hint.js';
import { SETTINGS } from '#platform/config/settings.module.js';
import type { Settings } from '#platform/config/settings.js';
import { EIdentification } from '#use-cases/e-id/e-id.port.js';
import { BeginEIdOrder } from '#use-cases/family/begin-e-id-order.js';
import { FamilyHome } from '#use-cases/family/family-home.js';
import { FollowEIdOrder } from '#use-cases/family/follow-e-id-order.js';
import type { LiveFamily } from '#use-cases/family/resolve-family-session.js';
import { Failure } from '#use-cases/failure.js';
import { Public, Requires } from '../guard/requires.js';
import type { SignedRequest } from '../session/signed-request.js';
import { CurrentDoor } from './current-family.js';
import { familyCookie } from './family-cookie.js';
import { FamilyEntrance } from './family-entrance.js';
import { STARTS } from './family.inputs.js';
import { FamilyDoor, FamilyOrder } from './family.model.js';
import { orderShown } from './family-shown.js';

const LONGEST_ANSWER = 4_000;

/**
 * The family's way in: openFamilyDoor → beginFamilyIdentification → followFamilyOrder (each second) → takeOwnStep (of a
 * child) → familyHome; askForFamilyLink when a link is used or over; leaveFamily from anywhere.
 */
@Resolver(() => FamilyDoor)
export class FamilyDoorResolver {
  constructor(
    private readonly entrance: FamilyEntrance,
    private readonly begin: BeginEIdOrder,
    private readonly follow: FollowEIdOrder,
    private readonly home: FamilyHome,
    private readonly eId: EIdentification,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Open to all: whoever holds a link is not known yet; tries are counted by address and by letter. */
  @Public()
  @Mutation(() => FamilyDoor, {
    description:
      'Opens the door with the token of a link or the code of a letter. Fails as FAMILY_LINK_UNKNOWN, FAMILY_LINK_USED, FAMILY_LINK_OVER or FAMILY_TRIES_TOO_MANY.',
  })
  async openFamilyDoor(
    @Context('req') request: SignedRequest,
    @Context('res') response: Response,
    @Args('token') token: string,
    @Args('language', { type: () => String, nullable: true, description: 'What the device speaks.' })
    wished?: string | null,
  ): Promise<FamilyDoor> {
    const live = await this.entrance.open(request, response, { token, wished: wished ?? null });
    return this.doorOf(live, request);
  }

  /** Open to all: the answer is the same whether anything is sent or not. */
  @Public()
  @Mutation(() => Boolean, {
    description: 'Sends the next link to the telephone of a link that is used or over. Always answers true.',
  })
  async askForFamilyLink(@Context('req') request: SignedRequest, @Args('token') token: string): Promise<boolean> {
    await this.entrance.askForNext(request, token);
    return true;
  }

  /** Open to all: the first thing the page asks is where it stands. */
  @Public()
  @Query(() => FamilyDoor, { description: 'Where this browser stands.' })
  async familyDoor(@Context('req') request: SignedRequest): Promise<FamilyDoor> {
    const { family } = request;
    return family ? this.doorOf(family, request) : CLOSED;
  }

  @Requires('family-door')
  @Mutation(() => String, { description: 'The language of this visit, before anybody is known.' })
  speakAtFamilyDoor(
    @CurrentDoor() door: LiveFamily,
    @Context('req') { requestId }: SignedRequest,
    @Args('language') language: string,
  ): Promise<string> {
    return this.home.speakAtDoor(door, language, requestId);
  }

  @Requires('family-door')
  @Mutation(() => FamilyOrder, { description: 'Begins an identification; fails as E_ID_AWAY and the like.' })
  async beginFamilyIdentification(
    @CurrentDoor() door: LiveFamily,
    @Context('req') request: SignedRequest,
    @Args('start', { description: '`same-device` or `other-device`.' }) start: string,
  ): Promise<FamilyOrder> {
    if (door.session.identifiedAt !== null) throw new Failure('FAMILY_KNOWN_ALREADY');
    const order = await this.begin.identify(door, { ...this.asked(request), start: requireStart(start) });
    return orderShown(this.follow.begun(order), request.language);
  }

  @Requires('family-door')
  @Mutation(() => FamilyOrder, {
    description:
      'How the order goes, asked each second. Give the word that came back from the app behind #r= as returnNonce, and the query string of a broker as answer.',
  })
  async followFamilyOrder(
    @CurrentDoor() door: LiveFamily,
    @Context('req') request: SignedRequest,
    @Context('res') response: Response,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
    @Args('returnNonce', { type: () => String, nullable: true }) returnNonce?: string | null,
    @Args('answer', { type: () => String, nullable: true }) answer?: string | null,
  ): Promise<FamilyOrder> {
    if ((answer?.length ?? 0) > LONGEST_ANSWER || (returnNonce?.length ?? 0) > LONGEST_ANSWER)
      throw new Failure('BAD_REQUEST');
    const followed = await this.follow.run(id, {
      sessionId: door.session.id,
      origin: request.ip ?? '',
      requestId: request.requestId,
      returnNonce: returnNonce ?? null,
      answer: answer ?? null,
      isBrowser: true,
    });
    if (followed.cookie !== null) response.setHeader('Set-Cookie', familyCookie(followed.cookie));
    return orderShown(followed, request.language);
  }

  @Requires('family-door')
  @Mutation(() => FamilyOrder, { description: 'Ends an order that nobody waits for.' })
  async cancelFamilyOrder(
    @CurrentDoor() door: LiveFamily,
    @Context('req') request: SignedRequest,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
  ): Promise<FamilyOrder> {
    const order = await this.begin.cancel(door, id, request.requestId);
    return orderShown({ order, cookie: null, code: null, startLink: null }, request.language);
  }

  @Requires('family-door')
  @Mutation(() => Boolean, { description: 'A child says that it is they who hold the telephone.' })
  async takeOwnStep(@CurrentDoor() door: LiveFamily, @Context('req') request: SignedRequest): Promise<boolean> {
    if (door.session.identifiedAt === null) throw new Failure('FAMILY_SIGN_IN_REQUIRED');
    await this.home.takeOwnStep(door, request.requestId);
    return true;
  }

  /** Open to all: leaving twice, or after the session has ended, is no fault. */
  @Public()
  @Mutation(() => Boolean, { description: 'Ends this browser’s session at once.' })
  leaveFamily(@Context('req') request: SignedRequest, @Context('res') response: Response): Promise<boolean> {
    return this.entrance.leave(request, response);
  }

  private asked(request: SignedRequest) {
    return { returnUrl: `${this.settings.publicUrl}/familj`, origin: request.ip ?? '', requestId: request.requestId };
  }

  private async doorOf(live: LiveFamily, request: SignedRequest): Promise<FamilyDoor> {
    const { session } = live;
    const town = await this.home.town(session.municipalityId, request.requestId);
    const order = await this.begin.newestOf(live, request.requestId);
    return {
      state: session.identifiedAt === null ? 'open' : 'identified',
      town: town.name,
      office: town.office,
      phone: town.phone,
      language: session.language,
      ways: [...this.eId.ways],
      order: order ? orderShown(this.follow.begun(order), request.language) : null,
      ownStepNeeded: session.identifiedAt !== null && session.ownStepAt === null,
      sessionEndsAt: session.idleUntil,
    };
  }
}

const CLOSED: FamilyDoor = {
  state: 'closed',
  town: null,
  office: null,
  phone: null,
  language: null,
  ways: [],
  order: null,
  ownStepNeeded: false,
  sessionEndsAt: null,
};

function requireStart(word: string): EIdStart {
  const start = STARTS.find((one) => one === word);
  if (!start) throw new Failure('BAD_REQUEST', 'start');
  return start;
}
