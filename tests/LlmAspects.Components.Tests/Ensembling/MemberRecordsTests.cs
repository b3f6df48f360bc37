using LlmAspects.Components.Ensembling;

namespace LlmAspects.Components.Tests.Ensembling;

public class MemberRecordsTests
{
    [Fact]
    public void OutcomeThatIsLeftOut_IsAsIfItHadNotBeen()
    {
        PanelOutcome[] outcomes = PanelSamples.Simulate(40, 4, 1, 0.7, 0.5);
        var all = new MemberRecords([0.6, 0.6], outcomes, decay: 1);

        for (int place = 0; place < outcomes.Length; place++)
        {
            double[] others = new MemberRecords([0.6, 0.6], [.. outcomes.Where(outcome => outcome != outcomes[place])], decay: 1).Accuracies();
            all.AccuraciesWithout(place, outcomes[place]).ShouldBe(others, 1e-9);
        }
    }
}
