namespace LlmAspects.Runtime;

/// <summary>Held by a thread-static field: it becomes garbage when its thread ends, and its finalizer hands the owner on.</summary>
internal sealed class OwnerLease(OwnerPool pool, StatisticsOwner owner)
{
    ~OwnerLease() => pool.Return(owner);
}
