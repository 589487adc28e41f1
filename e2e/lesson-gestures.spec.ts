// Lessons of the second track without writing YAML: flows opened by drafting what the explanation offers.
import { expectGraded, expectPassed, goal, goOn, openLesson } from './lesson-page.ts';
import { expect, test } from './watched-test.ts';

test('track 2: each end of two flows is opened by a remedy', async ({ page }) => {
  await openLesson(page, 'both-ends');
  const explained = page.getByTestId('explain');
  await expect(explained).toContainText('Not allowed at the source');
  await explained
    .getByRole('button', { name: /^Draft it: .* TCP 2525/ })
    .first()
    .click();
  await expectGraded(page);
  await expectPassed(page);
  await goOn(page);
  await expect(explained).toContainText('Not allowed at the destination');
  await explained
    .getByRole('button', { name: /^Draft it: .* TCP 5672/ })
    .first()
    .click();
  await expectGraded(page);
  await expectPassed(page);
  await expect(goal(page, 'the mailer reaches the queue')).toContainText('holds');
});
