namespace LlmAspects.Benchmarks.Cases;

/// <summary>What cases are called in every group.</summary>
internal static class CaseNames
{
    public const string Bare = "bare";
    public const string Ours = "LlmAspects";
    public const string WithToken = "LlmAspects with a token";
    public const string Translated = "LlmAspects with TranslateTo";
    public const string Expert = "EXPERT";
    public const string Typical = "typical";
    public const string ClockRead = "a read of the clock";
    public const string Closure = "closure";
    public const string DispatchProxy = "DispatchProxy";
    public const string CastleInterface = "Castle interface proxy";
    public const string CastleClass = "Castle class proxy";
    public const string AspectInjector = "AspectInjector";
}
