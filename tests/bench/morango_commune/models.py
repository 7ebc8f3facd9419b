"""A commune's product, as Morango wants a model that it may send, and the person who may ask for a certificate."""

from django.contrib.auth.models import AbstractBaseUser, UserManager
from django.db import models
from morango.models.core import SyncableModel


class Product(SyncableModel):
    """One record; its partition is the commune's, which is the id of the root certificate."""

    morango_profile = "ocop"
    morango_model_name = "product"

    commune = models.CharField(max_length=32)
    name = models.CharField(max_length=200)
    description = models.TextField()

    def calculate_source_id(self):
        return None

    def calculate_partition(self):
        return f"{self.commune}:product"


class Officer(AbstractBaseUser):
    """Who asks for a certificate with a password, once for a PC."""

    USERNAME_FIELD = "username"
    username = models.CharField(max_length=20, unique=True)
    objects = UserManager()

    def has_morango_certificate_scope_permission(self, scope_definition_id, scope_params):
        return True
