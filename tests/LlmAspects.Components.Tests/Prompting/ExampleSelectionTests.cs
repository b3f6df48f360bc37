using LlmAspects.Components.Prompting;
using LlmAspects.Components.Routing;
using LlmAspects.Components.Tests.Pipeline;
using LlmAspects.Components.Tokens;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Prompting;

public class ExampleSelectionTests
{
    private static readonly PromptExample[] Examples =
    [
        new("How are boats painted?", "With tar."),
        new("How deep is the lake?", "Nine metres."),
        new("How deep is the lake in winter?", "Eight metres."),
        new("Which fish live in the lake?", "Pike and perch."),
    ];

    private readonly TokenCounter _counter = new(new ModelCatalog([PipelineSamples.Model("one")]));

    [Fact]
    public void MostFittingExample_StandsNextToTheQuestion() =>
        Inputs(new ExampleSelection("one", 1_000) { MaxExamples = 2, Diversity = 0 }).ShouldBe(["How deep is the lake in winter?", "How deep is the lake?"]);

    [Fact]
    public void Diversity_PrefersWhatIsNew() =>
        Inputs(new ExampleSelection("one", 1_000) { MaxExamples = 2, Diversity = 0.6 }).ShouldBe(["Which fish live in the lake?", "How deep is the lake?"]);

    [Fact]
    public void Tokens_AreCountedByTheModelsTokenizer()
    {
        int first = TokensOf(Examples[1]);
        int second = TokensOf(Examples[2]);
        var selection = new ExampleSelection("one", first + second) { Diversity = 0 };

        Inputs(selection).ShouldBe([Examples[2].Input, Examples[1].Input]);
        Inputs(selection with { MaxTokens = first + second - 1 }).ShouldNotContain(Examples[2].Input);
        Inputs(selection with { MaxTokens = first - 1 }).ShouldNotContain(Examples[1].Input);
    }

    [Fact]
    public void WithoutRoom_NoExampleIsShown()
    {
        PromptResult result = Build(new ExampleSelection("one", 0));
        result.TemplateName.ShouldBe(PromptTemplateNames.Simple);
        result.Messages.Count.ShouldBe(2);
    }

    [Fact]
    public void WithoutSelection_AllAreShownInTheirOrder() => Inputs(selection: null).ShouldBe(Examples.Select(static example => example.Input));

    [Fact]
    public void SelectionWithoutACounter_IsRefused() => Should.Throw<PromptException>(
        () => new PromptEngineer().BuildMessages(new PromptRequest { Question = "q", Examples = Examples, Selection = new ExampleSelection("one", 10) })).ErrorCode.ShouldBe("prompt_counter_missing");

    [Theory]
    [InlineData(-1, 1, 0)]
    [InlineData(1, -1, 0)]
    [InlineData(1, 1, 1.1)]
    public void SelectionOutOfRange_IsRefused(int tokens, int examples, double diversity) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Build(new ExampleSelection("one", tokens) { MaxExamples = examples, Diversity = diversity }));

    private int TokensOf(PromptExample example) =>
        _counter.CountRequest("one", [new ChatMessage(ChatRole.User, example.Input), new ChatMessage(ChatRole.Assistant, example.Output)], options: null).Upper;

    private IEnumerable<string> Inputs(ExampleSelection? selection) =>
        Build(selection).Messages.Where(static message => message.Role == ChatRole.User).SkipLast(1).Select(static message => message.Text);

    private PromptResult Build(ExampleSelection? selection) =>
        new PromptEngineer(counter: _counter).BuildMessages(new PromptRequest { Question = "How deep is the lake?", Examples = Examples, Selection = selection });
}
