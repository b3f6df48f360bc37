using CsCheck;
using LlmAspects.Components.Quality;
using LlmAspects.Components.Retrieval;
using LlmAspects.Tracing;

namespace LlmAspects.Components.Tests.Quality;

public class LlmQualityMonitorTests
{
    private const string Lighthouse =
        "# The lighthouse\n\nThe lighthouse of Old Harbour was built in 1874 by five masons. Its lamp burns *whale oil*, not gas. The keeper never sleeps during a storm.\n\n- Visitors pay 3 crowns.\n- `TowerClock` strikes every hour.\n";

    private readonly LlmQualityMonitor _monitor = new();

    [Fact]
    public void SentenceOfTheDocument_IsFullySupported()
    {
        const string answer = "The lighthouse of Old Harbour was built in 1874 by five masons. [1]";

        QualityReport report = Evaluate(answer);

        report.Groundedness.Value.ShouldNotBeNull().ShouldBe(1, 1e-9);
        report.Groundedness.Reason.ShouldBe("1 of 1 statements are supported by the documents.");
        report.Level.ShouldBe(QualityLevel.Excellent);
        report.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void Evidence_HasOffsetsInAnswerAndDocument()
    {
        const string answer = "Hello? The tower clock strikes every hour.";

        SentenceSupport sentence = _monitor.Evaluate(answer, QualityContext.Of("Nothing here.", Lighthouse)).Sentences.ShouldHaveSingleItem();

        answer.Substring(sentence.Start, sentence.Length).ShouldBe("The tower clock strikes every hour.");
        sentence.DocumentId.ShouldBe("d2");
        Lighthouse.Substring(sentence.EvidenceStart - QualityContext.Start, sentence.EvidenceLength).ShouldBe("`TowerClock` strikes every hour.");
    }

    [Theory]
    [InlineData("# The lighthouse", "lighthouse")]
    [InlineData("|oil|whale|", "whale oil")]
    [InlineData("```\nvar clock = new TowerClock();\n```", "a new tower clock")]
    public void HeadingTableAndCode_AreEvidence(string text, string answer) =>
        _monitor.Evaluate(answer, QualityContext.Of(text)).Sentences.ShouldHaveSingleItem().DocumentId.ShouldBe("d1");

    [Theory]
    [InlineData("Submarines explore volcanic trenches.")]
    [InlineData("Quantum entanglement explains it.")]
    public void ForeignStatement_IsNotSupported(string answer)
    {
        QualityReport report = Evaluate(answer);
        report.Groundedness.Value.ShouldBe(0);
        report.Level.ShouldBe(QualityLevel.Poor);
        report.Sentences.ShouldHaveSingleItem().DocumentId.ShouldBeNull();
        report.Warnings.ShouldBe(["Statement 1 is not supported by the documents."]);
    }

    [Theory]
    [InlineData("The lighthouse of Old Harbour was built in 1875 by five masons.")]
    [InlineData("The lighthouse of Old Harbour was built in 1874 by six masons.")]
    [InlineData("The lighthouse of Old Harbour was built in 1874 by 7 masons.")]
    public void OtherNumber_IsAConflict(string answer)
    {
        QualityReport report = Evaluate(answer);
        report.Groundedness.Value!.Value.ShouldBeLessThan(0.5);
        report.Warnings.ShouldBe(["Statement 1 gives a number that its source does not."]);
    }

    [Fact]
    public void NumberInTheNextSentence_IsNoConflictUnlessItIsOfAnotherDocument()
    {
        const string answer = "The old bridge crosses the river since 1850.";
        _monitor.Evaluate(answer, QualityContext.Of("The old bridge crosses the river. It dates from 1850.")).Warnings.ShouldBeEmpty();
        _monitor.Evaluate(answer, QualityContext.Of("The old bridge crosses the river.", "It dates from 1850.")).Warnings.ShouldBe(["Statement 1 gives a number that its source does not."]);
    }

    [Theory]
    [InlineData("The lighthouse was built by 5 masons.")]
    [InlineData("Visitors pay three crowns.")]
    public void SameNumberWrittenOtherwise_IsNoConflict(string answer) => Evaluate(answer).Groundedness.Value!.Value.ShouldBeGreaterThan(0.7);

    [Theory]
    [InlineData("The keeper sleeps during a storm.")]
    [InlineData("Its lamp does not burn whale oil.")]
    [InlineData("Visitors don’t really pay 3 crowns.")]
    [InlineData("Its lamp burns gas.")]
    public void OppositeStatement_IsAConflict(string answer)
    {
        QualityReport report = Evaluate(answer);
        report.Groundedness.Value!.Value.ShouldBeLessThan(0.5);
        report.Warnings.ShouldBe(["Statement 1 may say the opposite of its source."]);
    }

    [Theory]
    [InlineData("Its lamp burns whale oil.")]
    [InlineData("The keeper doesn't sleep during a storm.")]
    [InlineData("Its lamp burns whale oil and no gas.")]
    public void AgreeingNegation_IsNoConflict(string answer) => Evaluate(answer).Warnings.ShouldBeEmpty();

    [Theory]
    [InlineData("I'm sorry, I don't know.")]
    [InlineData("Sorry about that!")]
    [InlineData("The given documents do not answer this.")]
    [InlineData("Do you want to know more?")]
    [InlineData("The price is not mentioned in the context.")]
    [InlineData("Yes.")]
    public void AnswerWithoutStatement_HasNoScore(string answer)
    {
        QualityReport report = Evaluate(answer);
        report.Groundedness.ShouldBe(new QualityScore(null, "The answer makes no statement that could be checked."));
        report.Level.ShouldBeNull();
        report.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void Apology_DoesNotLowerTheScoreOfTheRest() =>
        Evaluate("I apologize for the confusion. Visitors pay 3 crowns.").Groundedness.Value!.Value.ShouldBe(1, 1e-9);

    [Fact]
    public void NotAnswered_HasNoScore() =>
        _monitor.Evaluate("Visitors pay 3 crowns.", QualityContext.Of(Lighthouse), answered: false).Groundedness.ShouldBe(new QualityScore(null, "The model did not answer."));

    [Fact]
    public void NoContext_HasNoScore()
    {
        _monitor.Evaluate("Visitors pay.", null).Groundedness.ShouldBe(new QualityScore(null, "There are no documents to compare with."));
        _monitor.Evaluate("Visitors pay.", QualityContext.Of()).Groundedness.Value.ShouldBeNull();
    }

    [Fact]
    public void EmptyAnswer_HasNoScore() => Evaluate(" \n").Groundedness.ShouldBe(new QualityScore(null, "The answer is empty."));

    [Fact]
    public void LongStatement_WeighsMoreThanAShortOne()
    {
        QualityReport report = Evaluate("Volcanoes erupt. The lighthouse of Old Harbour was built in 1874 by five masons.");
        report.Groundedness.Value!.Value.ShouldBe(7 / 9.0, 1e-9);
        report.Groundedness.Reason.ShouldBe("1 of 2 statements are supported by the documents.");
    }

    [Fact]
    public void SecondInvention_LowersTheScoreAtTheSameShareOfSupport()
    {
        RetrievedContext context = QualityContext.Of("Red green.");
        double one = _monitor.Evaluate("Red comet.", context).Groundedness.Value!.Value;
        _monitor.Evaluate("Red comet green dragon.", context).Groundedness.Value!.Value.ShouldBe(0.95 * one, 1e-9);
    }

    [Fact]
    public void SupportedNumber_CountsMoreThanAWord()
    {
        RetrievedContext context = QualityContext.Of("The tower has old 30 and blue stairs.");
        double number = _monitor.Evaluate("The tower, 30, dragons.", context).Groundedness.Value!.Value;
        number.ShouldBeGreaterThan(_monitor.Evaluate("The tower, blue, dragons.", context).Groundedness.Value!.Value + 0.05);
    }

    [Fact]
    public void Warnings_AreLimited()
    {
        var monitor = new LlmQualityMonitor(new LlmQualityOptions { MaxWarnings = 2 });
        monitor.Evaluate("Volcanoes erupt. Comets fly. Whales swim south. Ants march.", QualityContext.Of(Lighthouse)).Warnings
            .ShouldBe(["Statement 1 is not supported by the documents.", "There are 3 more warnings."]);
    }

    [Fact]
    public void FindEvidence_GivesSupportOrNothing()
    {
        RetrievedContext context = QualityContext.Of(Lighthouse);
        _monitor.FindEvidence("The lamp burns whale oil", context).ShouldNotBeNull().Score.ShouldBeGreaterThan(0.9);
        _monitor.FindEvidence("The lamp burns 40 candles", context).ShouldBeNull();
        _monitor.FindEvidence("the of", context).ShouldBeNull();
    }

    [Fact]
    public void Operations_AreTraced()
    {
        Evaluate("x");
        PerformanceTracer.Shared.GetStats("llm_quality_monitor", "evaluate").ShouldNotBeNull().Count.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void AnyAnswerAndDocument_HaveAScoreFromZeroToOneAndEvidenceInside() =>
        Gen.Select(Gen.String, Gen.String).Sample((answer, text) =>
        {
            QualityReport report = _monitor.Evaluate(answer, QualityContext.Of(text));
            (report.Groundedness.Value ?? 0).ShouldBeInRange(0, 1);
            foreach (SentenceSupport sentence in report.Sentences.Where(sentence => sentence.DocumentId is not null))
            {
                (sentence.EvidenceStart - QualityContext.Start + sentence.EvidenceLength).ShouldBeInRange(1, text.Length);
            }
        });

    [Fact]
    public void DocumentItself_IsSupported() =>
        Gen.String[Gen.Char["abcdefgh .\n"], 1, 200].Sample(text =>
            (_monitor.Evaluate(text, QualityContext.Of(text)).Groundedness.Value ?? 1).ShouldBeGreaterThan(0.5));

    private QualityReport Evaluate(string answer) => _monitor.Evaluate(answer, QualityContext.Of(Lighthouse));
}
