using LlmAspects.Components.Quality.Code;
using LlmAspects.Components.Quality.PersonalData;
using LlmAspects.Components.Retrieval;
using LlmAspects.Components.Text;
using LlmAspects.Tracing;

namespace LlmAspects.Components.Quality;

/// <summary>Measures one answer. Nothing is counted or watched here.</summary>
/// <param name="options">Thresholds, validators, models.</param>
/// <param name="component">The component that trace blocks belong to.</param>
internal sealed class AnswerMeasurement(LlmQualityOptions options, string component)
{
    public QualityReport Measure(QualityRequest request)
    {
        QualityProfile profile = request.Profile ?? QualityProfiles.For(request.Task);
        if (!request.Answered || string.IsNullOrWhiteSpace(request.Answer))
        {
            return Unmeasured(request.Answered ? "The answer is empty." : "The model did not answer.", profile);
        }

        Claim[] claims = request.Context is { Chunks.Count: > 0 } || request.Samples.Count > 0 ? [.. ClaimReader.Read(request.Answer)] : [];
        (QualityScore groundedness, List<ClaimSupport> supports) = Ground(claims, request.Context);
        QualityReport report = Score(request, profile, claims, groundedness);
        report = report with
        {
            Overall = OverallScorer.Score(report, profile),
            Sentences = [.. claims.Zip(supports, static (claim, support) => ToSupport(claim.Range, support))],
        };
        return report with { ProbabilityGood = Probability(report.Overall), Warnings = QualityWarnings.For(report, supports, options) };
    }

    public SentenceSupport? FindEvidence(string statement, RetrievedContext context)
    {
        ClaimSupport support = GroundednessScorer.Score(Statement.Read(statement), IndexOf(context));
        return support.Score < options.SupportThreshold ? null : ToSupport(new TextRange(0, statement.Length), support);
    }

    private QualityReport Score(QualityRequest request, QualityProfile profile, Claim[] claims, QualityScore groundedness)
    {
        using TraceBlock block = TraceBlock.Start(component, "score_parts");
        QualityScore consistency = ConsistencyScorer.Score(claims, [.. request.Samples.Take(options.MaxSamples)]);
        List<CodeCheck> code = CodeBlocks.Check(request.Answer, options.CodeValidators);
        return new QualityReport
        {
            Groundedness = groundedness,
            Accuracy = PartScores.Accuracy(request.Judgement, groundedness, code),
            Consistency = consistency,
            Clarity = ClarityScorer.Score(request.Answer),
            Safety = options.SafetyModel.Score(request.Answer, options.ExpectedUnsafeShare),
            HallucinationRisk = PartScores.HallucinationRisk(groundedness, consistency),
            Profile = profile,
            Code = code,
            PersonalData = PersonalDataScanner.Find(request.Answer),
        };
    }

    private (QualityScore Score, List<ClaimSupport> Supports) Ground(Claim[] claims, RetrievedContext? context)
    {
        if (context is null or { Chunks.Count: 0 })
        {
            return (new QualityScore(null, "There are no documents to compare with."), []);
        }

        if (claims.Length == 0)
        {
            return (new QualityScore(null, "The answer makes no statement that could be checked."), []);
        }

        EvidenceIndex index = IndexOf(context);
        using TraceBlock block = TraceBlock.Start(component, "score_statements");
        List<ClaimSupport> supports = [.. claims.Select(claim => GroundednessScorer.Score(claim.Statement, index))];
        double score = claims.Zip(supports, static (claim, support) => claim.Weight * support.Score).Sum() / claims.Sum(static claim => claim.Weight);
        int supported = supports.Count(support => support.Score >= options.SupportThreshold);
        return (new QualityScore(score, $"{supported} of {claims.Length} statements are supported by the documents."), supports);
    }

    private EvidenceIndex IndexOf(RetrievedContext context)
    {
        using TraceBlock block = TraceBlock.Start(component, "index_evidence");
        return new EvidenceIndex(context.Chunks);
    }

    private QualityScore Probability(QualityScore overall) => (overall.Value, options.Calibration) switch
    {
        (null, _) => overall,
        (_, null) => new QualityScore(null, "There is no calibration yet."),
        ({ } score, { } calibration) => new QualityScore(calibration.Calibrate(Math.Clamp(score, 0, 1)), "By the calibration of the overall score."),
    };

    private static QualityReport Unmeasured(string reason, QualityProfile profile)
    {
        var missing = new QualityScore(null, reason);
        return new QualityReport
        {
            Groundedness = missing,
            Accuracy = missing,
            Consistency = missing,
            Clarity = missing,
            Safety = missing,
            HallucinationRisk = missing,
            Overall = missing,
            ProbabilityGood = missing,
            Profile = profile,
        };
    }

    private static SentenceSupport ToSupport(TextRange range, ClaimSupport support) => support.Evidence is { } evidence
        ? new SentenceSupport(range.Start, range.Length, support.Score, evidence.Chunk.DocumentId, evidence.Chunk.Start + evidence.Range.Start, evidence.Range.Length)
        : new SentenceSupport(range.Start, range.Length, support.Score, null, 0, 0);
}
