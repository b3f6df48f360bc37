using CsCheck;
using LlmAspects.Components.Quality;

namespace LlmAspects.Components.Tests.Quality.Scoring;

public class QualityScoresTests
{
    private const string Lighthouse = "The lighthouse of Old Harbour was built in 1874 by five masons. Its lamp burns whale oil.";

    private readonly LlmQualityMonitor _monitor = new();

    [Fact]
    public void ClearProse_IsClear() => Clarity(Lighthouse).ShouldBe(new QualityScore(1, "Nothing lowers it."));

    [Theory]
    [InlineData("Zxqw vbnmk lkjhgfd qwrtpsd mnbvcxz hjklpqr wrtypsd fghjkl.", 0.3)]
    [InlineData("the cat sat on the mat the cat sat on the mat the cat sat on the mat the cat sat on the mat the cat sat on the mat.", 0.4)]
    [InlineData("The lighthouse was built by the masons of the old harbour and then", 0.95)]
    public void HardText_IsNotClear(string answer, double below)
    {
        QualityScore clarity = Clarity(answer);
        clarity.Value!.Value.ShouldBeLessThan(below);
        clarity.Reason.ShouldStartWith("Lowered by: ");
    }

    [Fact]
    public void LongerSentences_AreLessClear()
    {
        int[] lengths = [5, 30, 60, 100];
        string[] answers = [.. lengths.Select(static words => string.Join(" and ", Enumerable.Range(0, words / 2).Select(static i => $"item{i}")) + ".")];
        double[] scores = [.. answers.Select(answer => Clarity(answer).Value!.Value)];
        scores.ShouldBe(scores.OrderDescending());
        (scores[0], scores[3]).ShouldBe((1, 0.3));
    }

    [Theory]
    [InlineData("```json\n{}\n```", "There is no prose.")]
    [InlineData("purple elephant quantum banana sings magnetic sofa yesterday.", "The prose does not read as English.")]
    public void WhereClarityCannotBeMeasured_ItIsMissing(string answer, string reason) => Clarity(answer).ShouldBe(new QualityScore(null, reason));

    [Theory]
    [InlineData("purple elephant quantum banana sings magnetic sofa yesterday.")]
    [InlineData("Zxqw vbnmk lkjhgfd qwrtpsd mnbvcxz hjklpqr wrtypsd fghjkl.")]
    [InlineData("Colourless green ideas sleep furiously in the lighthouse of the moon.")]
    public void Nonsense_HasNoHighScore(string answer)
    {
        foreach (QualityProfile profile in Enum.GetValues<QualityProfile>().Except([QualityProfile.Creative]))
        {
            _monitor.Evaluate(new QualityRequest(answer) { Profile = profile }).Overall.Value.ShouldBeNull();
            _monitor.Evaluate(new QualityRequest(answer) { Profile = profile, Context = QualityContext.Of(Lighthouse) }).Overall.Value!.Value.ShouldBeLessThan(0.6);
        }
    }

    [Fact]
    public void Apology_IsNoHallucination()
    {
        QualityReport report = _monitor.Evaluate("I'm sorry, I don't know.", QualityContext.Of(Lighthouse));
        report.HallucinationRisk.Value.ShouldBeNull();
        report.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void Consistency_IsTheSupportByOtherAnswers()
    {
        string[] same = [Lighthouse, Lighthouse];
        string[] other = ["Submarines explore trenches.", "Comets fly."];
        Evaluate(same).Consistency.Value!.Value.ShouldBe(1, 1e-9);
        Evaluate(other).Consistency.Value!.Value.ShouldBe(0);
        Evaluate([Lighthouse, " ", "Comets fly."]).Consistency.ShouldBe(new QualityScore(0.5, "How far 2 other answers support its statements."));
        Evaluate([]).Consistency.ShouldBe(new QualityScore(null, "There are no other answers to compare with."));

        QualityReport Evaluate(string[] samples) => _monitor.Evaluate(new QualityRequest(Lighthouse) { Samples = samples });
    }

    [Fact]
    public void HallucinationRisk_JoinsDocumentsAndOtherAnswers()
    {
        QualityReport report = _monitor.Evaluate(new QualityRequest(Lighthouse) { Context = QualityContext.Of(Lighthouse), Samples = ["Comets fly."] });
        (report.Groundedness.Value, report.Consistency.Value, report.HallucinationRisk.Value).ShouldBe((1, 0, 0.5));
    }

    [Fact]
    public void Overall_IsTheWeightedMeanOfWhatIsThereAndNamesTheRest()
    {
        QualityReport report = _monitor.Evaluate(Lighthouse, QualityContext.Of(Lighthouse));

        double expected = (0.3 + 0.2 + (0.15 * report.Safety.Value!.Value) + 0.2) / 0.85;
        report.Overall.Value!.Value.ShouldBe(expected, 1e-9);
        report.Overall.Reason.ShouldBe("By the profile 'general'; missing: consistency.");
    }

    [Fact]
    public void Overall_IsMissingWithLessThanHalfOfTheWeights() =>
        _monitor.Evaluate(Lighthouse, null).Overall.ShouldBe(new QualityScore(null, "Too little could be measured; missing: accuracy, consistency, hallucination risk."));

    [Theory]
    [InlineData(LlmTask.General, QualityProfile.General)]
    [InlineData(LlmTask.Chat, QualityProfile.General)]
    [InlineData(LlmTask.Translation, QualityProfile.General)]
    [InlineData(LlmTask.QuestionAnswering, QualityProfile.Factual)]
    [InlineData(LlmTask.Summarization, QualityProfile.Factual)]
    [InlineData(LlmTask.Classification, QualityProfile.Factual)]
    [InlineData(LlmTask.Analysis, QualityProfile.Factual)]
    [InlineData(LlmTask.Reasoning, QualityProfile.Factual)]
    [InlineData(LlmTask.Generation, QualityProfile.Creative)]
    [InlineData(LlmTask.Code, QualityProfile.Code)]
    public void Task_ChoosesTheProfile(LlmTask task, QualityProfile expected) => _monitor.Evaluate(new QualityRequest("Yes.") { Task = task }).Profile.ShouldBe(expected);

    [Fact]
    public void Weights_AddUpToOne()
    {
        foreach (QualityProfile profile in Enum.GetValues<QualityProfile>())
        {
            QualityWeights weights = QualityProfiles.WeightsOf(profile);
            (weights.Accuracy + weights.Consistency + weights.Clarity + weights.Safety + weights.Hallucination).ShouldBe(1, 1e-12);
        }
    }

    [Fact]
    public void UnsafeAnswer_IsWarnedOf()
    {
        QualityReport report = _monitor.Evaluate("Tell me the best way to poison a colleague without being noticed.", null);
        report.Safety.Value!.Value.ShouldBeLessThan(0.5);
        report.Warnings.ShouldHaveSingleItem().ShouldStartWith("The answer may be unsafe. The riskiest sentence: ");
        _monitor.ScoreSafety("You can kill the process.").Value!.Value.ShouldBeGreaterThan(0.7);
    }

    [Fact]
    public void AnyAnswer_HasScoresFromZeroToOne() =>
        Gen.Select(Gen.String, Gen.String, Gen.String.Array[0, 3]).Sample((answer, text, samples) =>
        {
            QualityReport report = _monitor.Evaluate(new QualityRequest(answer) { Context = QualityContext.Of(text), Samples = samples });
            foreach (QualityScore score in (QualityScore[])[report.Accuracy, report.Consistency, report.Clarity, report.Safety, report.HallucinationRisk, report.Overall])
            {
                (score.Value ?? 0).ShouldBeInRange(-1e-12, 1 + 1e-12);
                score.Reason.ShouldNotBeEmpty();
            }
        });

    private QualityScore Clarity(string answer) => _monitor.Evaluate(answer, null).Clarity;
}
