using LlmAspects.Components.Quality.Code;
using LlmAspects.Components.Quality.Drift;
using LlmAspects.Components.Quality.PersonalData;

namespace LlmAspects.Components.Quality;

/// <summary>What the quality monitor measured of one answer. Every score is missing, with a reason, where it could not be measured.</summary>
public sealed record QualityReport
{
    private const string NotMeasured = "It was not measured.";

    /// <summary>How much of the answer the retrieved context supports.</summary>
    public required QualityScore Groundedness { get; init; }

    /// <summary>How right the answer is: what a judge said; else the mean of groundedness and the share of code blocks that are well-formed, as far as there are any.</summary>
    public QualityScore Accuracy { get; init; } = new(null, NotMeasured);

    /// <summary>How far other answers to the same question support this one.</summary>
    public QualityScore Consistency { get; init; } = new(null, NotMeasured);

    /// <summary>Whether the prose can be read: length of sentences, repetition, words that look like words, an end.</summary>
    public QualityScore Clarity { get; init; } = new(null, NotMeasured);

    /// <summary>One less the probability that the worst sentence is unsafe, by words alone: a weak estimate without a model.</summary>
    public QualityScore Safety { get; init; } = new(null, NotMeasured);

    /// <summary>How far statements lack support by the documents and by other answers; here 1 is the <em>worst</em>.</summary>
    public QualityScore HallucinationRisk { get; init; } = new(null, NotMeasured);

    /// <summary>The weighted mean of the parts by <see cref="Profile"/>. Missing parts are left out and named; with less than half of the weights it is missing itself.</summary>
    public QualityScore Overall { get; init; } = new(null, NotMeasured);

    /// <summary>The probability that the answer is good, from the overall score and the calibration of the options.</summary>
    public QualityScore ProbabilityGood { get; init; } = new(null, NotMeasured);

    /// <summary>The weights of <see cref="Overall"/>.</summary>
    public QualityProfile Profile { get; init; }

    /// <summary>The overall score in words; <see langword="null"/> when it could not be measured.</summary>
    public QualityLevel? Level => Overall.Value switch
    {
        null => null,
        >= 0.9 => QualityLevel.Excellent,
        >= 0.7 => QualityLevel.Good,
        >= 0.5 => QualityLevel.Fair,
        >= 0.3 => QualityLevel.Poor,
        _ => QualityLevel.VeryPoor,
    };

    /// <summary>The sentences of the answer that state something, with their best evidence, in order; questions, apologies and remarks about the documents are left out.</summary>
    public IReadOnlyList<SentenceSupport> Sentences { get; init; } = [];

    /// <summary>The code blocks of the answer, in order.</summary>
    public IReadOnlyList<CodeCheck> Code { get; init; } = [];

    /// <summary>Personal and secret data in the answer, in order.</summary>
    public IReadOnlyList<PersonalDataSpan> PersonalData { get; init; } = [];

    /// <summary>The alarm that this answer raised; <see langword="null"/> when it raised none.</summary>
    public DriftAlarm? Alarm { get; init; }

    /// <summary>What a reader should be warned of; "statement 1" is the first of <see cref="Sentences"/>. The default is empty.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
