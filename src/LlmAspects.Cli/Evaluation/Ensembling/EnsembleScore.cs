namespace LlmAspects.Cli.Evaluation.Ensembling;

/// <summary>How often a panel is right, and the references beside.</summary>
/// <param name="Panel">Which members it has.</param>
/// <param name="BestMember">The most accurate member over all questions.</param>
/// <param name="Questions">How many questions there were.</param>
/// <param name="Best">The member that was best where the panel learned.</param>
/// <param name="Majority">The answer that most gave.</param>
/// <param name="ByAccuracy">Votes weighed by accuracy.</param>
/// <param name="ByLogOdds">The optimum for voters that err independently.</param>
/// <param name="Ours">The panel with its guard.</param>
/// <param name="Oracle">Whether anybody was right.</param>
/// <param name="Gain">Ours less the best member, question by question.</param>
/// <param name="CalibrationError">The expected calibration error of the confidence in ten bins, a mean over the seeds.</param>
/// <param name="Overruled">The part of the questions on which the guard let the panel overrule the best member.</param>
/// <param name="Followed">The part of the questions on which the guard followed the best member against the panel.</param>
internal sealed record EnsembleScore(
    string Panel,
    string BestMember,
    int Questions,
    double Best,
    double Majority,
    double ByAccuracy,
    double ByLogOdds,
    double Ours,
    double Oracle,
    Interval Gain,
    double CalibrationError,
    double Overruled,
    double Followed);
