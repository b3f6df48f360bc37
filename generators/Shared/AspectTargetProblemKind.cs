namespace LlmAspects.Shared;

/// <summary>Why a method with an aspect cannot be expanded; each kind is one rule of the analyzer.</summary>
internal enum AspectTargetProblemKind
{
    MethodIsNotPartial,
    ContainingTypeIsNotPartial,
    CoreIsMissing,
    CoreSignatureDiffers,
    ReturnTypeIsUnsupported,
    MemberIsUnsupported,
    HasAnotherImplementation,
    RetryIsImpossible,
    HookCannotBeBound,
    HookCannotBeAwaited,
}
