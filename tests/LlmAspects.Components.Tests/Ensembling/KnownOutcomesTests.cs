using LlmAspects.Components.Ensembling;
using LlmAspects.Testing;

namespace LlmAspects.Components.Tests.Ensembling;

public sealed class KnownOutcomesTests : IDisposable
{
    private static readonly EnsembleMember[] Members = [new("good"), new("bad")];

    private readonly ScriptedChatClient _client = new();

    public void Dispose() => _client.Dispose();

    [Fact]
    public void EveryTenantAndTask_BeginsWithThem()
    {
        var panel = new MultiModelEnsembler(Members, _client, new EnsembleOptions { KnownOutcomes = [.. Enumerable.Repeat(new PanelOutcome([0, 1], Correct: 0), 60)] });

        foreach (PanelModel model in (PanelModel[])[panel.GetPanel(), panel.GetPanel(LlmTask.Code, "contoso")])
        {
            model.Accuracies[0].ShouldBeGreaterThan(0.9);
            model.Accuracies[1].ShouldBeLessThan(0.1);
        }
    }

    [Fact]
    public void OutcomeWithOtherVotesThanOneAMember_IsRefused() =>
        Should.Throw<ArgumentException>(() => new MultiModelEnsembler(Members, _client, new EnsembleOptions { KnownOutcomes = [new PanelOutcome([0], Correct: 0)] }));
}
