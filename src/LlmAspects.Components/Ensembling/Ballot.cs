namespace LlmAspects.Components.Ensembling;

/// <summary>The votes behind an answer; it is judged once.</summary>
internal sealed class Ballot(string tenant, LlmTask task, AnswerClusters clusters)
{
    private int _judged;

    public string Tenant => tenant;

    public LlmTask Task => task;

    public AnswerClusters Clusters => clusters;

    /// <summary>Whether it had not been judged.</summary>
    public bool TryJudge() => Interlocked.Exchange(ref _judged, 1) == 0;
}
