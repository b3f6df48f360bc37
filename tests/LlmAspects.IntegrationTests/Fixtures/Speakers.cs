namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>A virtual annotated method; Core stays private, so each level has its own.</summary>
internal partial class Speaker
{
    private readonly string _word = "base";

    [TracePerformance] public virtual partial string Speak();

    private string SpeakCore() => _word;
}

/// <summary>Overrides the method with a wrapper of its own.</summary>
internal sealed partial class LoudSpeaker : Speaker
{
    [TracePerformance] public override partial string Speak();

    private string SpeakCore() => base.Speak() + "!";
}
