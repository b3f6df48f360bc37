namespace LlmAspects.Shared;

/// <summary>What a method gives back, as far as a wrapper must care.</summary>
internal enum ReturnShape
{
    Unsupported,
    Void,
    Value,
    Ref,
    Task,
    TaskOfT,
    ValueTask,
    ValueTaskOfT,
    Stream,
}
