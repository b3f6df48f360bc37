using LlmAspects.Components.Ensembling;
using LlmAspects.Testing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Ensembling;

public class EnsembleChatClientTests
{
    [Fact]
    public async Task Response_HasTheWinnerTheUsageOfAllAndTheResult()
    {
        using EnsembleBench bench = Bench();

        ChatResponse response = await bench.Ensembler.AsChatClient().GetResponseAsync("How many?");

        (response.Text, response.ModelId, response.Usage!.TotalTokenCount).ShouldBe(("2", "b", 45));
        response.AdditionalProperties![ResponseProperties.Ensemble].ShouldBeOfType<EnsembleResult>().Contributions.Length.ShouldBe(3);
    }

    [Fact]
    public async Task Stream_HasTheWholeAnswer()
    {
        using EnsembleBench bench = Bench();
        ChatResponse response = await bench.Ensembler.AsChatClient(AnswerKind.Number).GetStreamingResponseAsync("How many?").ToChatResponseAsync();
        response.Text.ShouldBe("2");
    }

    [Fact]
    public void Service_IsTheEnsemblerOrWhatTheMembersOffer()
    {
        using EnsembleBench bench = new();
        IChatClient client = bench.Ensembler.AsChatClient();

        client.GetService<MultiModelEnsembler>().ShouldBe(bench.Ensembler);
        client.GetService<ChatClientMetadata>()!.ProviderName.ShouldBe("bench");
    }

    private static EnsembleBench Bench()
    {
        var bench = new EnsembleBench(options: new EnsembleOptions { StopEarly = false });
        foreach ((string id, string text) in (IEnumerable<(string, string)>)[("a", "1"), ("b", "2"), ("c", "2")])
        {
            bench[id].Then(ScriptStep.Say(text), ScriptStep.Report(10, 5), ScriptStep.Finish());
        }

        return bench;
    }
}
