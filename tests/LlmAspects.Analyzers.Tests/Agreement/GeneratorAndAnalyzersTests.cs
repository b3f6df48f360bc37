namespace LlmAspects.Analyzers.Tests.Agreement;

/// <summary>The generator emits if and only if no rule says why it could not.</summary>
public sealed class GeneratorAndAnalyzersTests(AgreementRun run) : IClassFixture<AgreementRun>
{
    [Fact]
    public void Neither_EverThrows()
    {
        run.AnalyzerExceptions.ShouldBeEmpty();
        run.Generator.Result.Exception.ShouldBeNull();
        run.Generator.GeneratorDiagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void Generator_EmitsIfAndOnlyIfNothingIsReported() => Enumerable.Range(0, AgreementCases.All.Count)
        .Where(number => run.Emitted[number].Count() + run.Reported[number].Count() != 1)
        .Select(number => $"{AgreementCases.All[number]} emitted: [{string.Join(", ", run.Emitted[number])}] reported: [{string.Join(", ", run.Reported[number])}]")
        .ShouldBeEmpty();

    [Fact]
    public void Cases_AreOfBothKindsAndBreakEveryRule()
    {
        run.Emitted.Count.ShouldBeGreaterThan(400);
        run.Reported.SelectMany(messages => messages)
            .Select(message => message.Substring(message.IndexOf("LLMA", StringComparison.Ordinal), "LLMA0000".Length))
            .Distinct().Order()
            .ShouldBe(["LLMA0001", "LLMA0002", "LLMA0003", "LLMA0004", "LLMA0005", "LLMA0006", "LLMA0007", "LLMA0008", "LLMA0009", "LLMA0010"]);
    }

    [Fact]
    public void WhatIsEmitted_CompilesIfTheSourceDoes() => run.BrokenByTheGenerator.ShouldBeEmpty();
}
