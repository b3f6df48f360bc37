namespace LlmAspects.Components.Quality.Judging;

/// <summary>Somebody who reads an answer and says how right it is, usually another model.</summary>
public interface IQualityJudge
{
    /// <summary>Judges an answer.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The accuracy, from 0 to 1, with the judge's reason; without a value, and with the reason, when there is no judgement. Only cancellation is thrown.</returns>
    ValueTask<QualityScore> JudgeAsync(string question, string answer, CancellationToken cancellationToken);
}
