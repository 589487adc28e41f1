// The screens by which the look is judged: how each is reached. Their pictures are kept (`golden.spec.ts`) and taken for people (`npm run pictures`).
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectGraded, lesson, openLessonFile, openLessonList } from './lesson-page.ts';
import { openPlatform } from './open-platform.ts';
import { openPlatformReview, openReviewDialog } from './open-review.ts';
import { expect } from './watched-test.ts';
import {
  editorText,
  expectImpact,
  explain,
  graphNode,
  openDemo,
  openTexts,
  showFile,
  tab,
  typeInstead,
  workload,
} from './workbench-page.ts';

export interface Screen {
  readonly name: string;
  /** From an empty tab to where the screen is drawn. */
  readonly open: (page: Page) => Promise<void>;
  /** A picture of it is kept, to which it is held. */
  readonly isKept: boolean;
  /** Its picture is kept in light alone: nothing in it is drawn otherwise than elsewhere. */
  readonly isLightOnly?: true;
}

/** What people open by mistake: a typo in a kind, a broken line, a policy of a namespace that is not there, and a chart. */
const troubled: Readonly<Record<string, string>> = {
  'app.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 2
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: web, ports: [{ containerPort: 8080 }] }] }
`,
  'deny.yaml': `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: deny, namespace: shop }
spec:
  podSelector: {}
  policyTypes: [ingress]
`,
  'broken.yaml': `apiVersion: v1
kind: Service
metadata:
  name: web
   namespace: shop
`,
  'chart.yaml': `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: shop, namespace: argocd }
`,
};

async function demo(page: Page): Promise<void> {
  await openDemo(page);
  await editorText(page);
}

async function platform(page: Page): Promise<void> {
  await openPlatform(page);
  await editorText(page);
}

interface AskedFlow {
  readonly from: string;
  readonly to: string;
  readonly port: number;
}

/** Explains a flow, and waits for its verdict. */
async function explained(page: Page, { from, to, port }: AskedFlow, verdict: 'allowed' | 'denied'): Promise<void> {
  await explain(page, from, to, port);
  await expect(page.getByTestId('explain')).toHaveAttribute('data-verdict', verdict);
}

const view = (page: Page, name: string) => tab(page, 'View', name).click();

async function lessonStep(page: Page): Promise<void> {
  await openLessonList(page);
  await openLessonFile(page, readFileSync('src/lessons/template.lesson.yaml', 'utf8'));
  await expectGraded(page);
  await editorText(page);
  await page.getByRole('region', { name: 'Explain' }).getByRole('button', { name: 'Close' }).click();
  await lesson(page).getByRole('region', { name: 'Goals as a matrix' }).scrollIntoViewIfNeeded();
}

export const screens: readonly Screen[] = [
  {
    name: 'start',
    isKept: true,
    open: async (page) => {
      await page.goto('/');
      await expect(page.getByTestId('demo')).toBeVisible();
    },
  },
  {
    name: 'load-report',
    isKept: true,
    open: async (page) => {
      await openTexts(page, troubled);
      await expect(page.getByRole('dialog', { name: 'Load report' })).toBeVisible();
    },
  },
  { name: 'lesson', isKept: false, open: lessonStep },
  { name: 'demo', isKept: true, open: demo },
  {
    name: 'demo-explained',
    isKept: true,
    open: async (page) => {
      await demo(page);
      await explained(page, { from: 'dev-app/frontend', to: 'dev-app/backend', port: 8080 }, 'denied');
      // What would allow it takes a moment longer.
      await expect(page.getByTestId('explain').getByRole('button', { name: 'Draft it' }).first()).toBeVisible();
    },
  },
  {
    name: 'demo-flips',
    isKept: true,
    open: async (page) => {
      await demo(page);
      await showFile(page, /5-allow-dns-egress/);
      await typeInstead(page, '# no policy any more\n');
      await expectImpact(page, 0, 3);
    },
  },
  { name: 'platform', isKept: true, open: platform },
  { name: 'platform-review', isKept: true, open: openPlatformReview },
  {
    name: 'platform-review-chosen',
    isKept: false,
    open: async (page) => {
      await openPlatformReview(page);
      await page
        .getByRole('region', { name: /^Opened, between namespaces/ })
        .getByRole('button', { name: /orders-api/ })
        .click();
      await expect(page.getByTestId('explain')).toHaveAttribute('data-verdict', 'allowed');
    },
  },
  {
    name: 'open-review',
    isKept: false,
    open: async (page) => {
      await expect(await openReviewDialog(page)).toBeVisible();
    },
  },
  {
    name: 'platform-selected',
    isKept: false,
    open: async (page) => {
      await platform(page);
      await graphNode(page, 'namespace:orders').dblclick();
      await graphNode(page, workload('checkout', 'orders')).click();
      await expect(page.getByRole('region', { name: 'Policies for ingress' })).toBeVisible();
    },
  },
  {
    name: 'platform-explained',
    isKept: false,
    open: async (page) => {
      await platform(page);
      await explained(page, { from: 'storefront/web', to: 'payments/payments-api', port: 8443 }, 'denied');
    },
  },
  {
    name: 'platform-matrix',
    isKept: true,
    open: async (page) => {
      await platform(page);
      await view(page, 'Matrix');
      await expect(page.getByTestId('matrix')).toBeVisible();
    },
  },
  {
    name: 'platform-table',
    isKept: true,
    open: async (page) => {
      await platform(page);
      await view(page, 'Table');
      await expect(page.getByTestId('flows-table').getByRole('row').nth(1)).toBeVisible();
    },
  },
  {
    name: 'platform-board',
    isKept: true,
    open: async (page) => {
      await platform(page);
      await view(page, 'Tiers');
      await explained(page, { from: 'orders/checkout', to: 'payments/payments-api', port: 8443 }, 'allowed');
      await expect(page.getByTestId('tier-board')).toBeVisible();
    },
  },
  {
    name: 'platform-posture',
    isKept: true,
    isLightOnly: true,
    open: async (page) => {
      await platform(page);
      await view(page, 'Posture');
      await expect(page.getByRole('button', { name: /^0 errors, 1 warnings/ }).first()).toBeVisible();
    },
  },
];
