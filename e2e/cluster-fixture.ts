import { draftReferenceCluster, jobEnd, startJob } from "@/lab/reference-cluster";
import { expect as baseExpect, test as base } from "./panel-fixture";
import { signIn } from "./sign-in";

const CREATE_MS = 300_000;

/** Where the reference cluster's pages are. */
export interface ClusterPages {
  readonly id: string;
  /** The address of one of its pages: "pods", "apply". */
  url(path: string): string;
}

/** The reference cluster, made once for all specs that import this, and a tab in which Ada is signed in. */
export const test = base.extend<object, { cluster: ClusterPages }>({
  cluster: [
    async ({ panel, tab: { page } }, use) => {
      await panel.setUp();
      const { id } = await draftReferenceCluster(panel);
      const job = await startJob(panel, id, { kind: "create" });
      const { state } = await jobEnd(panel, job.id);
      if (state !== "succeeded") throw new Error(`the reference cluster was not made: ${state}`);
      await signIn(page, panel);
      await use({ id, url: (path) => `${panel.url}/clusters/${id}/${path}` });
    },
    { scope: "worker", timeout: CREATE_MS },
  ],
});

/** Each test goes on where the one before ended, with time for what a busy machine's cluster does. */
export const ONE_BY_ONE = { mode: "serial", timeout: 180_000 } as const;

/** As Playwright's, for pages that show what a cluster does. */
export const expect = baseExpect.configure({ timeout: 45_000 });
